import type { Check } from '../draft'
import { fault } from '../fault'
import { closest } from './closest'
import { idsOf } from './known-ids'
import { referencesOf } from './references'

/** Whatever is named must exist, and must be an organisation or a state where one is required. */
export const unknownIds: Check = (draft) =>
  referencesOf(draft).flatMap(({ kind, id, place, entity }) => {
    const ids = idsOf(draft, kind)
    if (!ids.includes(id)) {
      if (draft.incomplete.has(kind)) return []
      const near = closest(id, ids)
      const hint = near === null ? '' : `; did you mean \`${near}\`?`
      return [fault(place, 'unknown-id', `there is no ${kind} \`${id}\`${hint}`)]
    }
    const is = draft.entities.find(({ value }) => value.id === id)?.value.kind
    if (entity === undefined || is === undefined || is === entity) return []
    return [fault(place, 'unknown-id', `\`${id}\` is of kind ${is}; ${entity} is wanted here`)]
  })
