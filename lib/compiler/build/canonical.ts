import { createHash } from 'node:crypto'
import type { Catalogue } from '../../course/types'

/** JSON with the keys of every map sorted, so that equal values give equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** A catalogue with its hash: SHA-256 of the canonical JSON of everything else in it. */
export function withHash(rest: Omit<Catalogue, 'hash'>): Catalogue {
  return { ...rest, hash: createHash('sha256').update(canonicalJson(rest)).digest('hex') }
}
