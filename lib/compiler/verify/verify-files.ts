import type { Citation } from '../../course/types'
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
    [...facts, ...draft.questions.map(({ value }) => value)].flatMap(({ cites }) =>
      cites.map(citationName),
    ),
  )
  const questions = draft.questions.map(({ value }) => ({
    id: value.id,
    cites: value.cites.map(citationName),
    words: wordsOf({ ...value, id: '', lesson: '', facts: [], siblings: [], cites: [] }),
  }))
  const entities = draft.entities.map(({ value }) => value)
  const pictures = draft.pictures?.value ?? null
  const findings = verifyAgainst({ sources, facts, questions, entities, pictures }, documents)
  return {
    faults: findingsAsFaults(draft, findings),
    facts: facts.length,
    paragraphs: cited.size,
  }
}

const citationName = ({ source, paragraph }: Citation): string => `${source}#${paragraph}`

/** Every text in a value, however deep. */
const wordsOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value).map(wordsOf).join(' ')
    : String(value)
