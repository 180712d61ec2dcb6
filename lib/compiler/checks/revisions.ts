import type { Check } from '../draft'
import { fault } from '../fault'

/**
 * Each revision after the first needs one entry in `changes`. A change of meaning must say what the
 * correct answer was before.
 */
export const revisions: Check = (draft) =>
  draft.questions.flatMap(({ value, at }) => {
    const listed = value.changes.map(({ revision }) => revision)
    const wanted = Array.from({ length: value.revision - 1 }, (_, i) => i + 2)
    const missing = wanted
      .filter((revision) => !listed.includes(revision))
      .map((revision) =>
        fault(at(['revision']), 'revision', `revision ${revision} has no entry in \`changes\``),
      )
    const wrong = value.changes.flatMap((change, i) => {
      const place = at(['changes', i])
      if (change.revision > value.revision) {
        const message = `\`changes\` names revision ${change.revision}, but the question is at revision ${value.revision}`
        return [fault(place, 'revision', message)]
      }
      if (listed.indexOf(change.revision) !== i) {
        return [fault(place, 'revision', `revision ${change.revision} has two entries`)]
      }
      if (change.severity === 'meaning' && change.previousAnswer === undefined) {
        return [fault(place, 'revision', 'a change of meaning needs its `previousAnswer`')]
      }
      return []
    })
    return [...missing, ...wrong]
  })
