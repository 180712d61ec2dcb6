import type { EntityId } from '../kernel/ids'
import type { Interaction } from './interaction'
import { kindOf } from './kinds'
import type { Answer, ContentOf, QuestionKind } from './types'

/** A question as an interaction of xAPI. `nameOf` names the states of a map. */
export const interactionOf = (
  question: ContentOf<QuestionKind>,
  nameOf: (id: EntityId) => string,
): Interaction => kindOf(question.kind).interaction(question, nameOf)

/** An answer in the format of that interaction; null for one that does not fit it. */
export function responseOf(question: ContentOf<QuestionKind>, answer: Answer): string | null {
  return answer.kind === question.kind ? kindOf(question.kind).response(question, answer) : null
}
