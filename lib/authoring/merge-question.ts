import type { Fields } from '../compiler/edit/target'
import { type Merged, merge } from './merge'

/**
 * The same as `merge` for a question, whose revision nobody types: what was published meanwhile has
 * taken the next number, so a change of one's own gets the one after it.
 */
export function mergeQuestion(
  base: Fields | null,
  theirs: Fields | null,
  mine: Fields | null,
): Merged {
  if (base === null || theirs === null || mine === null) return merge(base, theirs, mine)
  const merged = merge(asked(base), asked(theirs), asked(mine))
  const numbers = numbersOf(base, theirs, mine)
  switch (merged.kind) {
    case 'whole':
      return merged
    case 'collided':
      return { ...merged, fields: { ...merged.fields, ...numbers } }
    case 'merged':
      return { kind: 'merged', fields: { ...merged.fields, ...numbers } }
  }
}

function asked(fields: Fields): Fields {
  const { revision: _, changes: __, ...rest } = fields
  return rest
}

function numbersOf(base: Fields, theirs: Fields, mine: Fields): Fields {
  const own = changesOf(mine).filter(({ revision }) => Number(revision) > revisionOf(base))
  if (own.length === 0) return written(theirs.revision, theirs.changes)
  const from = revisionOf(theirs)
  const renumbered = own.map((change, i) => ({ ...change, revision: from + 1 + i }))
  return written(from + own.length, [...changesOf(theirs), ...renumbered])
}

const written = (revision: unknown, changes: unknown): Fields => ({
  ...(revision === undefined ? {} : { revision }),
  ...(changes === undefined ? {} : { changes }),
})

const revisionOf = ({ revision }: Fields): number => (typeof revision === 'number' ? revision : 1)

const changesOf = ({ changes }: Fields): readonly Fields[] =>
  Array.isArray(changes) ? changes.filter(isFields) : []

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
