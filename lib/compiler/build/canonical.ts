import { createHash } from 'node:crypto'
import type { Catalogue } from '../../course/types'

/** JSON with the keys of every map in order, so that equal values are equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** A catalogue with its identity: SHA-256 over the canonical JSON of all the rest. */
export function withHash(rest: Omit<Catalogue, 'hash'>): Catalogue {
  return { ...rest, hash: createHash('sha256').update(canonicalJson(rest)).digest('hex') }
}
