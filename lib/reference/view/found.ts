import { citationLabel } from '../../course/citation-label'
import { factTimeLabel } from '../../course/fact-time-label'
import type { LookUp } from '../../course/look-up'
import type { FactId, LessonId, QuestionId } from '../../kernel/ids'
import { asFactId, asLessonId, asQuestionId } from '../../kernel/ids'
import { excerptOf, type MarkedText, markTerms } from '../excerpt'
import { type SearchHit, type SearchKind, searchCourse } from '../search'

export type FoundItem = {
  readonly id: LessonId | FactId | QuestionId
  readonly kind: SearchKind
  readonly href: string
  readonly title: MarkedText
  /** Where it stands or belongs, in plain words. */
  readonly place: string
  /** A passage round the words found; null where the title says it all. */
  readonly excerpt: MarkedText | null
}

export type SearchView = {
  readonly query: string
  /** Of each kind the best, kinds in the order of their own best find. */
  readonly groups: readonly {
    readonly kind: SearchKind
    readonly total: number
    readonly items: readonly FoundItem[]
  }[]
}

/** Longer queries are cut: nobody types more. */
const QUERY_LENGTH = 200

/** At most `limit` of each kind. */
export function searchView(
  look: LookUp,
  input: { readonly query: string; readonly limit: number },
): SearchView {
  const query = input.query.trim().slice(0, QUERY_LENGTH)
  const hits = searchCourse(look, query)
  const kinds = [...new Set(hits.map(({ kind }) => kind))]
  return {
    query,
    groups: kinds.map((kind) => {
      const own = hits.filter((hit) => hit.kind === kind)
      const items = own.slice(0, input.limit).flatMap((hit) => foundItem(look, hit) ?? [])
      return { kind, total: own.length, items }
    }),
  }
}

function foundItem(look: LookUp, { kind, id, terms }: SearchHit): FoundItem | null {
  switch (kind) {
    case 'lesson': {
      const lesson = look.lesson(asLessonId(id))
      if (!lesson) return null
      return {
        id: lesson.id,
        kind,
        href: `/lessons/${id}`,
        title: markTerms(lesson.title, terms),
        place: look.module(lesson.module)?.title ?? '',
        excerpt: markTerms(excerptOf(lesson.text, terms), terms),
      }
    }
    case 'fact': {
      const fact = look.fact(asFactId(id))
      if (!fact) return null
      const [cite] = fact.cites
      const source = cite && look.source(cite.source)
      const label = cite && source ? ` · ${citationLabel(source, cite.paragraph)}` : ''
      return {
        id: fact.id,
        kind,
        href: `/facts/${id}`,
        title: markTerms(fact.statement, terms),
        place: `${factTimeLabel(fact)}${label}`,
        excerpt: null,
      }
    }
    case 'question': {
      const question = look.question(asQuestionId(id))
      if (!question) return null
      return {
        id: question.id,
        kind,
        href: `/questions/${id}`,
        title: markTerms(question.prompt, terms),
        place: look.topic(question.topic)?.title ?? '',
        excerpt: null,
      }
    }
  }
}
