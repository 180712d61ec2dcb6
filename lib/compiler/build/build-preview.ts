import type { Catalogue, Lesson } from '../../course/types'
import type { LessonId } from '../../kernel/ids'
import type { Draft } from '../draft'
import { buildFacts } from './build-facts'
import { buildImages } from './build-images'
import { buildLessons } from './build-lessons'
import { buildQuestions } from './build-questions'

/**
 * What can be shown of a course that has faults: everything but its lessons. It has no hash, since
 * nobody may publish it. Null without a course.yaml.
 */
export function buildPreview(draft: Draft): Catalogue | null {
  if (draft.course === null) return null
  return {
    course: draft.course.value,
    sources: draft.sources.map(({ value }) => value),
    entities: draft.entities.map(({ value }) => value),
    facts: buildFacts(draft),
    lessons: [],
    questions: buildQuestions(draft),
    ...(draft.pictures === null ? {} : { pictures: draft.pictures.value }),
    images: buildImages(draft),
    hash: '',
  }
}

/** One lesson of such a course; null for one that cannot be read. */
export function buildLessonPreview(
  draft: Draft,
  { facts, sources, images = [] }: Catalogue,
  id: LessonId,
): Lesson | null {
  const own = draft.lessons.filter(({ value }) => value.id === id)
  return buildLessons({ ...draft, lessons: own }, facts, sources, images)[0] ?? null
}
