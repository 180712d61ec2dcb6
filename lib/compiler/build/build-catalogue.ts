import type { Catalogue, Fact, Question } from '../../course/types'
import type { FactId } from '../../kernel/ids'
import type { Draft } from '../draft'
import { compare } from '../fault'
import { buildFacts } from './build-facts'
import { buildImages } from './build-images'
import { buildLessons } from './build-lessons'
import { buildQuestions } from './build-questions'
import { withHash } from './canonical'
import { lessonsInOrder } from './course-order'
import { tellsOf } from './tells'

/** The catalogue of a draft without faults; null when the draft has no course.yaml. */
export function buildCatalogue(draft: Draft): Catalogue | null {
  if (draft.course === null) return null
  const sources = draft.sources
    .map(({ value }) => value)
    .sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id))
  const written = buildFacts(draft)
  const questions = withTold(draft, buildQuestions(draft))
  const images = buildImages(draft)
  return withHash({
    course: {
      ...draft.course.value,
      retired: [...draft.course.value.retired, ...withdrawn(draft)],
    },
    sources,
    entities: draft.entities.map(({ value }) => value),
    facts: inCourseOrder(draft, written, questions),
    lessons: buildLessons(draft, written, sources, images),
    questions,
    ...(draft.pictures === null ? {} : { pictures: draft.pictures.value }),
    ...(images.length === 0 ? {} : { images }),
  })
}

function withTold(draft: Draft, questions: readonly Question[]): readonly Question[] {
  const names = new Map(draft.entities.map(({ value }) => [value.id, value.name]))
  const tells = tellsOf(questions, (id) => names.get(id) ?? id)
  return questions.map((question) => ({ ...question, tells: tells.get(question.id) ?? [] }))
}

/** A question that was withdrawn is asked no more, like one that was retired. */
const withdrawn = (draft: Draft) =>
  draft.questions.flatMap(({ value: { id, withdrawn } }) =>
    withdrawn === undefined ? [] : [{ id, reason: withdrawn.reason }],
  )

/**
 * First the facts in the order in which lessons teach them, then the facts that are only tested, in
 * the order of their questions.
 */
function inCourseOrder(
  draft: Draft,
  facts: readonly Fact[],
  questions: readonly Question[],
): readonly Fact[] {
  const met: readonly FactId[] = [
    ...lessonsInOrder(draft).flatMap((lesson) => lesson.facts.map(({ id }) => id)),
    ...questions.flatMap((question) => question.facts),
  ]
  const places = new Map<FactId, number>()
  for (const id of met) if (!places.has(id)) places.set(id, places.size)
  const place = (fact: Fact) => places.get(fact.id) ?? places.size
  return [...facts].sort((a, b) => place(a) - place(b) || compare(a.id, b.id))
}
