import type { PictureData } from '../../course/schema/pictures-file'
import type { Entity, Fact, Source } from '../../course/types'
import { documentText, occursIn } from './document-text'
import { drawnFindings } from './drawn-findings'
import type { Finding } from './findings'
import { type CitingQuestion, questionFindings } from './question-findings'

/** One document as `sources.json` contains it. */
export type SourceDocument = {
  readonly id: string
  readonly paragraphs: readonly {
    readonly n: number
    readonly section: string
    readonly text: string
  }[]
}

/**
 * Compares a course with the documents themselves: every key term must occur in a paragraph that
 * its fact cites, every cited paragraph must contain one of the terms, what a question cites by itself
 * must speak of the same things, what a picture draws must stand there, and the paragraph counts and sections of the sources must be those of
 * the documents.
 */
export function verifyAgainst(
  course: {
    readonly sources: readonly Source[]
    readonly facts: readonly Fact[]
    readonly questions: readonly CitingQuestion[]
    readonly entities: readonly Entity[]
    readonly pictures: PictureData | null
  },
  documents: readonly SourceDocument[],
): readonly Finding[] {
  const byId = new Map<string, SourceDocument>(documents.map((document) => [document.id, document]))
  const texts = new Map<string, string>(
    documents.flatMap(({ id, paragraphs }) =>
      paragraphs.map(({ n, text }) => [`${id}#${n}`, text] as const),
    ),
  )
  return [
    ...course.sources.flatMap((source) => sourceFindings(source, byId.get(source.id))),
    ...course.facts.flatMap((fact) => factFindings(fact, texts)),
    ...course.questions.flatMap((question) => questionFindings(question, texts)),
    ...(course.pictures === null ? [] : drawnFindings(course.pictures, { ...course, texts })),
  ]
}

function sourceFindings(source: Source, document: SourceDocument | undefined): readonly Finding[] {
  const about = (...path: readonly (string | number)[]) =>
    ({ kind: 'source', id: source.id, path }) as const
  if (document === undefined) {
    return [
      { rule: 'document', about: about('id'), message: `there is no document \`${source.id}\`` },
    ]
  }
  const findings: Finding[] = []
  const count = document.paragraphs.length
  if (count !== source.paragraphs) {
    const message = `the document has ${count} paragraphs, but the source says ${source.paragraphs}`
    findings.push({ rule: 'paragraph-count', about: about('paragraphs'), message })
  }
  for (const { n, section } of document.paragraphs) {
    const index = source.sections.findIndex(({ from, to }) => from <= n && n <= to)
    const ours = source.sections[index]
    if (ours === undefined || sectionName(ours.title) === sectionName(section)) continue
    const message = `¶${n} is in section "${section}" of the document, not in "${ours.title}"`
    findings.push({ rule: 'section', about: about('sections', index), message })
  }
  return findings
}

/**
 * The documents put the name of a section without a heading of its own in brackets:
 * `(introduction)`.
 */
const sectionName = (title: string): string => documentText(title).replace(/[()]/g, '')

function factFindings(fact: Fact, texts: ReadonlyMap<string, string>): readonly Finding[] {
  const cited = fact.cites.map(({ source, paragraph }) => {
    const name = `${source}#${paragraph}`
    return { name, text: texts.get(name) }
  })
  const where = cited.map(({ name }) => name).join(', ')
  const terms = fact.keyTerms.flatMap((term, index): Finding[] => {
    if (cited.some(({ text }) => text !== undefined && occursIn(text, term))) return []
    const about = { kind: 'fact', id: fact.id, path: ['keyTerms', index] } as const
    return [{ rule: 'key-term', about, message: `"${term}" does not occur in ${where}` }]
  })
  const paragraphs = cited.flatMap(({ name, text }, index): Finding[] => {
    const about = { kind: 'fact', id: fact.id, path: ['cites', index] } as const
    if (text === undefined) {
      return [{ rule: 'citation', about, message: `${name} is not among the documents` }]
    }
    if (fact.keyTerms.some((term) => occursIn(text, term))) return []
    const message = `${name} contains none of the key terms of \`${fact.id}\``
    return [{ rule: 'citation', about, message }]
  })
  return [...terms, ...paragraphs]
}
