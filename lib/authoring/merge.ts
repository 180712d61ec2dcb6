import { sameValue } from '../compiler/edit/same-value'
import type { Fields } from '../compiler/edit/target'

/** A field that two people changed in different ways. A value is undefined where the field is not there. */
export type Collision = {
  readonly field: string
  readonly base: unknown
  readonly theirs: unknown
  readonly mine: unknown
}

/** `whole`: one side took out what the other one changed, so that there is nothing to merge by field. */
export type Merged =
  | { readonly kind: 'merged'; readonly fields: Fields | null }
  | {
      readonly kind: 'collided'
      readonly fields: Fields
      readonly collisions: readonly Collision[]
    }
  | { readonly kind: 'whole'; readonly theirs: Fields | null; readonly mine: Fields | null }

/**
 * What becomes of a thing that was `base` when one side made it `theirs` and the other `mine`; null is
 * a thing that is not there. A field that only one side changed has that side's value. In `collided`,
 * `fields` has `mine` where both did.
 */
export function merge(base: Fields | null, theirs: Fields | null, mine: Fields | null): Merged {
  if (sameValue(theirs, mine) || sameValue(base, theirs)) return { kind: 'merged', fields: mine }
  if (sameValue(base, mine)) return { kind: 'merged', fields: theirs }
  if (theirs === null || mine === null) return { kind: 'whole', theirs, mine }
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
  const collisions: Collision[] = []
  const fields: Record<string, unknown> = {}
  for (const field of names) {
    const was = base?.[field]
    const [one, other] = [theirs[field], mine[field]]
    if (!sameValue(one, other) && !sameValue(was, one) && !sameValue(was, other)) {
      collisions.push({ field, base: was, theirs: one, mine: other })
    }
    const value = sameValue(was, other) ? one : other
    if (value !== undefined) fields[field] = value
  }
  return collisions.length === 0
    ? { kind: 'merged', fields }
    : { kind: 'collided', fields, collisions }
}
