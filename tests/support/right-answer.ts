import { kindOf } from '@/lib/kinds/kinds'
import type { Answer, ContentOf, QuestionKind } from '@/lib/kinds/types'

/** What answers a question rightly. */
export const rightAnswer = (question: ContentOf<QuestionKind>): Answer =>
  kindOf(question.kind).rightAnswer(question)
