import type { Draft } from '../draft'
import type { Fault, Place } from '../fault'
import { fault, sortFaults } from '../fault'

/** Something that the documents do not confirm. */
export type Finding = {
  readonly rule: 'document' | 'paragraph-count' | 'section' | 'key-term' | 'citation' | 'picture'
  /** What the finding is about, and the part of its entry in the course files. */
  readonly about: {
    readonly kind: 'source' | 'fact' | 'question' | 'picture'
    readonly id: string
    readonly path: readonly (string | number)[]
  }
  readonly message: string
}

/** The findings of `verifyAgainst` as faults, each at the line of the draft that it is about. */
export const findingsAsFaults = (draft: Draft, findings: readonly Finding[]): readonly Fault[] =>
  sortFaults(findings.map((one) => fault(placeOf(draft, one), one.rule, one.message)))

function placeOf(draft: Draft, { about }: Finding): Place {
  if (about.kind === 'picture') {
    return draft.pictures?.at(about.path) ?? { file: 'pictures.yaml', line: 1 }
  }
  const entries = { source: draft.sources, fact: draft.facts, question: draft.questions }
  const entry = entries[about.kind].find(({ value }) => value.id === about.id)
  return entry?.at(about.path) ?? { file: `${about.kind}s`, line: 1 }
}
