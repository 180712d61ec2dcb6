import 'server-only'
import type { KeptPlan } from '../../cohort/kept-plan'
import { type Readiness, readiness } from '../../cohort/readiness'
import type { StudyDay } from '../../kernel/study-day'
import type { PublishedCourse } from '../current-course'
import { placesOf } from './cohort-memory'
import type { AnalystScene } from './cohort-scene'

/** A part of the course whose questions readiness is taken over. */
export type Part = { readonly key: string; readonly questions: readonly number[] }

const topicParts = new WeakMap<PublishedCourse, readonly Part[]>()

/** One part a topic, in course order. */
export function partsByTopic(course: PublishedCourse): readonly Part[] {
  const known = topicParts.get(course)
  if (known) return known
  const places = placesOf(course)
  const made = course.catalogue.course.topics.map(({ id }) => ({
    key: `topic ${id}`,
    questions: course.look
      .questionsOfTopic(id)
      .flatMap((question) => places.get(question.id) ?? []),
  }))
  topicParts.set(course, made)
  return made
}

// A plan is made anew when the cards, the day or the settings change, and what was reckoned of it
// goes with it.
const reckoned = new WeakMap<KeptPlan, Map<string, Readiness>>()
/** An instructor may look at any date: so that a process does not keep them all. */
const MOST_KEPT = 200

/** Readiness of one analyst in one part on a day of their own clock; a past day counts as today. */
export function readinessIn({ memory, plan }: AnalystScene, part: Part, on: StudyDay): Readiness {
  const day = on < plan.today ? plan.today : on
  const known = reckoned.get(plan) ?? new Map<string, Readiness>()
  reckoned.set(plan, known)
  const key = `${part.key} ${day}`
  const found = known.get(key)
  if (found) return found
  if (known.size >= MOST_KEPT) known.clear()
  const made = readiness(memory, plan, part.questions, day)
  known.set(key, made)
  return made
}

/** Over several parts: each weighs as many questions as it has. */
export function meanReadiness(
  parts: readonly { readonly part: Part; readonly readiness: Readiness }[],
): Readiness {
  let [idle, planned, questions] = [0, 0, 0]
  for (const { part, readiness } of parts) {
    idle += readiness.idle * part.questions.length
    planned += readiness.planned * part.questions.length
    questions += part.questions.length
  }
  const n = Math.max(1, questions)
  return { idle: idle / n, planned: planned / n }
}
