import type { SourceId } from '../kernel/ids'
import type { Fact, Source } from './types'

/** Whether a fact holds: nobody withdrew it, and at least one document that it cites was not withdrawn. */
export const stands = (fact: Fact, source: (id: SourceId) => Source | undefined): boolean =>
  fact.withdrawn === undefined && fact.cites.some((cite) => isGood(source(cite.source)))

/** Why a fact holds no more; null while it stands. */
export function withdrawnReason(
  fact: Fact,
  source: (id: SourceId) => Source | undefined,
): string | null {
  if (fact.withdrawn !== undefined) return fact.withdrawn.reason
  if (stands(fact, source)) return null
  const reasons = fact.cites.flatMap((cite) => source(cite.source)?.withdrawn?.reason ?? [])
  return reasons[0] ?? null
}

const isGood = (source: Source | undefined): boolean =>
  source !== undefined && source.withdrawn === null
