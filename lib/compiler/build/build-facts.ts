import type { FactEntry } from '../../course/schema/fact-entry'
import type { Fact, FactTime } from '../../course/types'
import type { FactId } from '../../kernel/ids'
import type { Draft } from '../draft'

/**
 * The facts of a draft as the catalogue stores them, in the order of the files. A contradiction is
 * noted at both of its facts.
 */
export function buildFacts(draft: Draft): readonly Fact[] {
  const against = new Map<FactId, Set<FactId>>()
  const oppose = (a: FactId, b: FactId) => against.set(a, (against.get(a) ?? new Set()).add(b))
  for (const { value } of draft.facts) {
    for (const other of value.contradicts) {
      oppose(value.id, other)
      oppose(other, value.id)
    }
  }
  return draft.facts.map(({ value }) => ({
    id: value.id,
    kind: value.kind,
    statement: value.statement,
    time: timeOf(value),
    cites: value.cites,
    keyTerms: value.keyTerms,
    contradicts: [...(against.get(value.id) ?? [])].sort(),
    confidence: value.confidence,
    changes: value.changes,
    ...(value.withdrawn === undefined ? {} : { withdrawn: value.withdrawn }),
  }))
}

function timeOf(entry: FactEntry): FactTime {
  if (entry.holds !== undefined) {
    return { kind: 'holds', from: entry.holds.from, to: entry.holds.to ?? null }
  }
  if (entry.asOf !== undefined) return { kind: 'asOf', date: entry.asOf }
  throw new Error(`fact ${entry.id} passed its schema without a time`)
}

/**
 * The date that a fact is shown with: the date on which it begins, or the date for which it is
 * stated.
 */
export const dateOfFact = (fact: Fact) =>
  fact.time.kind === 'holds' ? fact.time.from : fact.time.date
