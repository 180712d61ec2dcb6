import { buildFacts } from '../build/build-facts'
import type { InputFile } from '../draft'
import type { Fault } from '../fault'
import { parseDraft } from '../parse/parse-draft'
import { findingsAsFaults } from './findings'
import { type SourceDocument, verifyAgainst } from './verify'

/**
 * Verifies what can be read of a course, so that facts can be checked while lessons are unfinished.
 */
export function verifyFiles(
  files: readonly InputFile[],
  documents: readonly SourceDocument[],
): { readonly faults: readonly Fault[]; readonly facts: number; readonly paragraphs: number } {
  const { draft } = parseDraft(files, null)
  const facts = buildFacts(draft)
  const sources = draft.sources.map(({ value }) => value)
  const cited = new Set(
    facts.flatMap(({ cites }) => cites.map(({ source, paragraph }) => `${source}#${paragraph}`)),
  )
  const findings = verifyAgainst({ sources, facts }, documents)
  return {
    faults: findingsAsFaults(draft, findings),
    facts: facts.length,
    paragraphs: cited.size,
  }
}
