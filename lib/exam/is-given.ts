import { kindOf } from '../kinds/kinds'
import type { Answer } from '../kinds/types'
import type { PaperQuestion } from './paper'

/** Whether something stands there that can be graded: not an emptied field or a pair left open. */
export const isGiven = (question: PaperQuestion, answer: Answer | undefined): boolean =>
  answer?.kind === question.kind && kindOf(question.kind).isGiven(question, answer)
