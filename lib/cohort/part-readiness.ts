import type { StudyDay } from '../kernel/study-day'
import { mean } from '../statistics/average'
import type { KeptPlan } from './kept-plan'
import type { Part } from './part'
import { type Readiness, readiness } from './readiness'
import type { LearnerScene } from './scene'

// A new plan is made when the cards, the day or the settings change. The readiness computed for the
// old plan is then dropped with it.
const computed = new WeakMap<KeptPlan, Map<string, Readiness>>()
/** An instructor may look at any date, and not all of them are kept in memory: 8 KB. */
const MOST_KEPT = 60

/**
 * The readiness of one learner in one part of the course. The day is by their own clock, and a past
 * day counts as today.
 */
export function readinessIn({ memory, plan }: LearnerScene, part: Part, on: StudyDay): Readiness {
  const day = on < plan.today ? plan.today : on
  const known = computed.get(plan) ?? new Map<string, Readiness>()
  computed.set(plan, known)
  const key = `${part.key} ${day}`
  const found = known.get(key)
  if (found) return found
  if (known.size >= MOST_KEPT) known.clear()
  const made = readiness(memory, plan, part.questions, day)
  known.set(key, made)
  return made
}

/** The mean over several parts of the course, weighted by their number of questions. */
export function readinessOver(
  parts: readonly { readonly part: Part; readonly readiness: Readiness }[],
): Readiness {
  let idle = 0
  let planned = 0
  let questions = 0
  for (const { part, readiness } of parts) {
    idle += readiness.idle * part.questions.length
    planned += readiness.planned * part.questions.length
    questions += part.questions.length
  }
  const n = Math.max(1, questions)
  return { idle: idle / n, planned: planned / n }
}

/** The mean over several learners, all with the same weight. 0 for nobody. */
export const meanReadiness = (all: readonly Readiness[]): Readiness => ({
  idle: mean(all.map(({ idle }) => idle)),
  planned: mean(all.map(({ planned }) => planned)),
})
