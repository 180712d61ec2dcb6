import 'server-only'
import type { LookedFor, Option } from '../../authoring/forms/field-spec'
import { matching } from '../../authoring/matching'
import { type Heading, searchFor } from '../../authoring/paragraph-search'
import type { SourceFile } from '../../course/schema/source-file'
import { findParagraphs } from '../../db/authoring/own-documents'
import type { InstructorScope } from '../scope'
import { draftOf, workspaceOf } from './draft-of'
import { draftIn, readFiles } from './examined'
import { publishedFiles } from './published-files'

const MOST = 12
const EXCERPT = 240

/**
 * Facts, paragraphs, states or places of a course with a draft in it, by words that stand in them. Throws
 * not_found, course_not_published.
 */
export async function findPicks(
  _: InstructorScope,
  input: {
    readonly draftId: string
    /** The course of what is being written. */
    readonly course: string
    readonly what: LookedFor
    readonly query: string
  },
): Promise<readonly Option[]> {
  const { files } = workspaceOf(await publishedFiles(), await draftOf(input.draftId))
  const draft = draftIn(readFiles(files), input.course)
  if (draft === undefined) return []
  switch (input.what) {
    case 'facts':
      return matching(
        draft.facts.map(({ value }) => ({ value: value.id, label: value.statement })),
        input.query,
        MOST,
      )
    case 'states':
      return matching(
        draft.entities
          .filter(({ value }) => value.kind === 'state')
          .map(({ value }) => ({ value: value.id, label: value.name })),
        input.query,
        MOST,
      )
    case 'places':
      return matching(
        (draft.pictures?.value.places ?? []).map(({ id, name }) => ({ value: id, label: name })),
        input.query,
        MOST,
      )
    case 'citations':
      return citations(
        draft.sources.map(({ value }) => value),
        input.query,
      )
  }
}

/** Paragraphs by their headings, and those of own documents by their texts too, in the order of the course. */
async function citations(
  sources: readonly SourceFile[],
  query: string,
): Promise<readonly Option[]> {
  const headings = sources.flatMap(headingsOf)
  const limits = { most: MOST, characters: EXCERPT }
  const found = await findParagraphs(searchFor(headings, query), limits)
  const excerpts = new Map(found.map((one) => [`${one.sourceId}#${one.number}`, one.excerpt]))
  const named = new Set(matching(headings, query, MOST).map(({ value }) => value))
  const isExact = ({ value }: Option) => Number(value === query.trim())
  return headings
    .filter(({ value }) => named.has(value) || excerpts.has(value))
    .toSorted((a, b) => isExact(b) - isExact(a))
    .slice(0, MOST)
    .map(({ value, label }) => ({ value, label: joined([label, excerpts.get(value) ?? '']) }))
}

const headingsOf = ({ id, title, paragraphs, sections }: SourceFile): readonly Heading[] =>
  Array.from({ length: paragraphs }, (_, i) => {
    const number = i + 1
    const section = sections.find(({ from, to }) => from <= number && number <= to)
    const label = joined([`${title}, paragraph ${number}`, section?.title ?? ''])
    return { source: id, number, value: `${id}#${number}`, label }
  })

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')
