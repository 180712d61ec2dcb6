import type { Check } from '../draft'
import { fault } from '../fault'

/** A fact may contradict other facts, but not itself. */
export const contradictions: Check = (draft) =>
  draft.facts.flatMap(({ value, at }) =>
    value.contradicts.flatMap((id, i) =>
      id === value.id
        ? [fault(at(['contradicts', i]), 'contradiction', `fact \`${id}\` contradicts itself`)]
        : [],
    ),
  )
