import { normalForm } from '../../course/normal-form'
import type { NearMiss } from '../cloze/types'
import type { EntryFault } from '../kind-file'

/** A near miss is wrong: it is none of the accepted forms. */
export function nearMisses(
  accepted: readonly string[],
  near: readonly NearMiss[],
): readonly EntryFault[] {
  const right = accepted.map(normalForm)
  return near.flatMap(({ text }, i) =>
    right.includes(normalForm(text))
      ? [
          {
            path: ['near', i],
            rule: 'near-miss',
            message: `"${text}" is a near miss, but is also accepted as correct`,
          },
        ]
      : [],
  )
}
