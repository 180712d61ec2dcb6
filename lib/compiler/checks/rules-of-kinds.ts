import { fileOf } from '../../kinds/files'
import type { Check } from '../draft'
import { fault } from '../fault'

/**
 * What each kind of question requires of its entries, for example that the prompt does not contain
 * the answer.
 */
export const rulesOfKinds: Check = (draft) => {
  const entities = draft.entities.map(({ value }) => value)
  return draft.questions.flatMap(({ value, at }) =>
    fileOf(value.kind)
      .faults(value, entities)
      .map(({ path, rule, message }) => fault(at(path), rule, message)),
  )
}
