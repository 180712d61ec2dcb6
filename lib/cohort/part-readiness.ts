import type { StudyDay } from '../kernel/study-day'
import { mean } from '../statistics/average'
import type { KeptPlan } from './kept-plan'
import type { Part } from './part'
import { type Readiness, readiness } from './readiness'
import type { LearnerScene } from './scene'

// A new plan is made when the cards, the day or the settings change, and what was computed for the
// old one is dropped with it.
const computed = new WeakMap<KeptPlan, Map<string, Readiness>>()
/** An instructor may look at any date; a process does not keep them all. */
const MOST_KEPT = 200

/** Readiness of one learner in one part on a day of their own clock; a past day counts as today. */
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

/** Over several parts of the course; each weighs as much as it has questions. */
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

/** Over several learners, who weigh the same. 0 for nobody. */
export const meanReadiness = (all: readonly Readiness[]): Readiness => ({
  idle: mean(all.map(({ idle }) => idle)),
  planned: mean(all.map(({ planned }) => planned)),
})
