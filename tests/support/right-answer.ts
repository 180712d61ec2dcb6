import type { ExamQuestion } from '@/lib/exam/blueprint'
import { kindOf } from '@/lib/kinds/kinds'
import type { Answer } from '@/lib/kinds/types'

/** What answers a question rightly. */
export const rightAnswer = (question: ExamQuestion): Answer =>
  kindOf(question.kind).rightAnswer(question)
