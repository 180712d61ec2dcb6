import { kindOf } from '../kinds/kinds'
import type { Answer } from '../kinds/types'
import type { PaperQuestion } from './paper'

/** Whether an answer can be graded: the field is not empty, and no pair is left open. */
export const isGiven = (question: PaperQuestion, answer: Answer | undefined): boolean =>
  answer?.kind === question.kind && kindOf(question.kind).isGiven(question, answer)
