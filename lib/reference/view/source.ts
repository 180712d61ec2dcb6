import { coverageOf, type ParagraphCoverage } from '../../course/coverage'
import type { LookUp } from '../../course/look-up'
import type { Citation, Source } from '../../course/types'
import type { LessonId } from '../../kernel/ids'
import { type FactView, factView } from './fact-view'

/** What this installation holds of a document: its paragraphs' texts by number, or why none. */
export type DocumentCopy =
  | { readonly kind: 'held'; readonly texts: ReadonlyMap<number, string> }
  /** STEPPE_SOURCES_DIR is not set: the course is used without a copy. */
  | { readonly kind: 'no-copies' }
  /** There is a copy, but this document is not in it. */
  | { readonly kind: 'not-among-them' }
  /** `sources.json` is missing or broken; the server's log says why. */
  | { readonly kind: 'unreadable' }

export type SourceParagraph = {
  readonly number: number
  readonly status: ParagraphCoverage['status']
  /** Why it is left out; null when it is not. */
  readonly leftOut: string | null
  /** The document's own words, where this installation holds them. */
  readonly text: string | null
  readonly facts: readonly FactView[]
  readonly lessons: readonly { readonly id: LessonId; readonly title: string }[]
  /** How many questions test a fact of this paragraph. */
  readonly questions: number
}

export type SourceView = {
  readonly source: Source
  readonly copy: DocumentCopy['kind']
  /** In order; together every paragraph of the document. */
  readonly sections: readonly {
    readonly title: string
    readonly paragraphs: readonly SourceParagraph[]
  }[]
}

export function sourceView(look: LookUp, source: Source, copy: DocumentCopy): SourceView {
  const { catalogue } = look
  const facts = catalogue.facts.filter(({ cites }) =>
    cites.some((cite) => cite.source === source.id),
  )
  const [coverage] = coverageOf({ ...catalogue, sources: [source] })
  const paragraphs = (coverage?.paragraphs ?? []).map((paragraph): SourceParagraph => {
    const { paragraph: number, status, leftOut, taught, tested } = paragraph
    const here = { source: source.id, paragraph: number }
    return {
      number,
      status,
      leftOut,
      text: copy.kind === 'held' ? (copy.texts.get(number) ?? null) : null,
      facts: facts
        .filter(({ cites }) => cites.some((cite) => isSame(cite, here)))
        .map((fact) => factView(look, fact, here)),
      lessons: taught.flatMap((id) => {
        const lesson = look.lesson(id)
        return lesson ? [{ id, title: lesson.title }] : []
      }),
      questions: tested.length,
    }
  })
  return {
    source,
    copy: copy.kind,
    sections: source.sections.map(({ title, from, to }) => ({
      title,
      paragraphs: paragraphs.filter(({ number }) => from <= number && number <= to),
    })),
  }
}

const isSame = (a: Citation, b: Citation): boolean =>
  a.source === b.source && a.paragraph === b.paragraph
