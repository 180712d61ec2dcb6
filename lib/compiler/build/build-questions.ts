import type { Question } from '../../course/types'
import type { FactId, LessonId, ModuleId } from '../../kernel/ids'
import type { Draft } from '../draft'
import { buildFacts, dateOfFact } from './build-facts'
import { buildImages } from './build-images'
import { buildQuestion } from './build-question'
import { questionsInOrder } from './course-order'
import { siblingsOf } from './siblings'

/**
 * Every complete question of the draft that is asked, in course order. Questions of lessons that
 * course.yaml does not list are left out.
 */
export function buildQuestions(draft: Draft): readonly Question[] {
  const siblings = siblingsOf(draft)
  const names = new Map(draft.entities.map(({ value }) => [value.id, value.name]))
  const dates = new Map(buildFacts(draft).map((fact) => [fact.id, dateOfFact(fact)]))
  const modules = new Map<LessonId, ModuleId>(
    draft.lessons.map(({ value }) => [value.id, value.module]),
  )
  const images = new Map(buildImages(draft).map((image) => [image.id, image]))
  return questionsInOrder(draft).flatMap((question) => {
    const { value, topic } = question
    const module = modules.get(value.lesson)
    const asOf = value.asOf ?? firstOf(value.facts, dates)
    if (value.withdrawn !== undefined) return []
    if (topic === null || module === undefined || asOf === undefined) return []
    const built = buildQuestion(value, {
      topic,
      module,
      asOf,
      siblings: siblings.get(value.id) ?? [],
      image: value.image === undefined ? undefined : images.get(value.image),
      nameOf: (id) => names.get(id) ?? id,
    })
    return built === null ? [] : [built]
  })
}

const firstOf = <T>(facts: readonly FactId[], dates: ReadonlyMap<FactId, T>): T | undefined => {
  const [first] = facts
  return first === undefined ? undefined : dates.get(first)
}
