import type { EntityId } from '../kernel/ids'
import { kindOf } from './kinds'
import type { ContentOf, QuestionKind } from './types'

/** The complete right answer as plain text. `nameOf` names the states of a map. */
export const answerText = (
  question: ContentOf<QuestionKind>,
  nameOf: (id: EntityId) => string,
): string => kindOf(question.kind).answerText(question, nameOf)
