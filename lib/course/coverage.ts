import type { LessonId, QuestionId, SourceId } from '../kernel/ids'
import type { Catalogue, Question, Source } from './types'

/** How a course uses one paragraph. It is taught or tested when a fact that cites it is, and tested by a question that cites it. */
export type ParagraphCoverage = {
  readonly paragraph: number
  readonly section: string
  readonly taught: readonly LessonId[]
  readonly tested: readonly QuestionId[]
  /** Why it is left out; null for a paragraph that is used. */
  readonly leftOut: string | null
  readonly status: 'covered' | 'taught' | 'tested' | 'left out' | 'open'
}

export type SourceCoverage = {
  readonly source: SourceId
  readonly title: string
  readonly paragraphs: readonly ParagraphCoverage[]
}

export type CoverageCounts = {
  readonly paragraphs: number
  readonly taught: number
  readonly tested: number
  readonly leftOut: number
  readonly open: number
}

/** How many paragraphs are taught, tested (mostly the same ones), left out, or neither yet. */
export const coverageCounts = (paragraphs: readonly ParagraphCoverage[]): CoverageCounts => ({
  paragraphs: paragraphs.length,
  taught: paragraphs.filter(({ taught }) => taught.length > 0).length,
  tested: paragraphs.filter(({ tested }) => tested.length > 0).length,
  leftOut: paragraphs.filter(({ status }) => status === 'left out').length,
  open: paragraphs.filter(({ status }) => status === 'open').length,
})

/** Every paragraph of every source: taught, tested, left out and why, or open. */
export function coverageOf(catalogue: Catalogue): readonly SourceCoverage[] {
  const citing = new Map<string, Set<string>>()
  for (const fact of catalogue.facts) {
    for (const { source, paragraph } of fact.cites) {
      const key = `${source}#${paragraph}`
      citing.set(key, (citing.get(key) ?? new Set()).add(fact.id))
    }
  }
  return catalogue.sources.map((source) => ({
    source: source.id,
    title: source.title,
    paragraphs: Array.from({ length: source.paragraphs }, (_, i) => {
      const facts = citing.get(`${source.id}#${i + 1}`) ?? new Set()
      return paragraphOf(catalogue, source, i + 1, facts)
    }),
  }))
}

function paragraphOf(
  { lessons, questions }: Catalogue,
  source: Source,
  paragraph: number,
  facts: ReadonlySet<string>,
): ParagraphCoverage {
  const among = (ids: readonly string[]) => ids.some((id) => facts.has(id))
  const taught = lessons.filter((lesson) => among(lesson.facts)).map(({ id }) => id)
  const citesIt = (question: Question) =>
    question.cites.some((cite) => cite.source === source.id && cite.paragraph === paragraph)
  const tested = questions
    .filter((question) => among(question.facts) || citesIt(question))
    .map(({ id }) => id)
  const holds = ({ from, to }: { from: number; to: number }) => from <= paragraph && paragraph <= to
  const leftOut = source.leftOut.find(holds)?.reason ?? null
  return {
    paragraph,
    section: source.sections.find(holds)?.title ?? '',
    taught,
    tested,
    leftOut,
    status: statusOf(taught.length > 0, tested.length > 0, leftOut !== null),
  }
}

function statusOf(taught: boolean, tested: boolean, leftOut: boolean): ParagraphCoverage['status'] {
  if (taught && tested) return 'covered'
  if (taught) return 'taught'
  if (tested) return 'tested'
  return leftOut ? 'left out' : 'open'
}
