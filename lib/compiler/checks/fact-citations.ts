import type { Check } from '../draft'
import { fault } from '../fault'

/** A fact must cite at least one paragraph, and each paragraph only once. */
export const factCitations: Check = (draft) =>
  draft.facts.flatMap(({ value, at }) => {
    if (value.cites.length === 0) {
      return [fault(at(['cites']), 'fact-citations', `fact \`${value.id}\` has no citation`)]
    }
    const names = value.cites.map(({ source, paragraph }) => `${source}#${paragraph}`)
    return names.flatMap((name, i) =>
      names.indexOf(name) === i
        ? []
        : [fault(at(['cites', i]), 'fact-citations', `${name} is cited twice`)],
    )
  })
