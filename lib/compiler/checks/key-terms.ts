import { normalForm } from '../../course/normal-form'
import type { Check } from '../draft'
import { fault } from '../fault'

/** A fact needs two to six different key terms. `course verify` looks for them in the documents. */
export const keyTerms: Check = (draft) =>
  draft.facts.flatMap(({ value, at }) => {
    const { id, keyTerms: terms } = value
    const count = new Set(terms.map(normalForm)).size
    if (count < terms.length) {
      return [fault(at(['keyTerms']), 'key-terms', `fact \`${id}\` has the same key term twice`)]
    }
    if (count >= 2 && count <= 6) return []
    const message = `fact \`${id}\` has ${count} key terms; it needs two to six`
    return [fault(at(['keyTerms']), 'key-terms', message)]
  })
