import type { Draft } from '../draft'
import type { Fault, Place } from '../fault'
import { fault, sortFaults } from '../fault'
import type { Finding } from './verify'

/** The findings of `verifyAgainst` as faults, each at the line of the draft that it is about. */
export const findingsAsFaults = (draft: Draft, findings: readonly Finding[]): readonly Fault[] =>
  sortFaults(findings.map((one) => fault(placeOf(draft, one), one.rule, one.message)))

function placeOf(draft: Draft, { about }: Finding): Place {
  const entries = about.kind === 'source' ? draft.sources : draft.facts
  const entry = entries.find(({ value }) => value.id === about.id)
  return entry?.at(about.path) ?? { file: `${about.kind}s`, line: 1 }
}
