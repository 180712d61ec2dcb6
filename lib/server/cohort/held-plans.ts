import 'server-only'
import type { Assignment } from '../../cohort/assignment'
import { type KeptPlan, keptPlan, memoryRule, type PlanOrder } from '../../cohort/kept-plan'
import type { LearnerMemory } from '../../cohort/learner-memory'
import { planOrder } from '../../cohort/plan-order'
import type { SceneCourse } from '../../cohort/scene'
import type { Reach } from '../../course/reach'
import type { StudyDay } from '../../kernel/study-day'
import type { MemoryModel } from '../../memory/model/memory-model'
import type { StudySettings } from '../../review/study-settings'

/** With 7 KB each for a course of 900 questions. */
const MOST_ORDERS = 500
const orders = new WeakMap<SceneCourse, Map<string, PlanOrder>>()

/**
 * Returns the same object for the same targets and reaches, because a plan is kept only as long as
 * its order is the same object.
 */
export function heldOrder(
  course: SceneCourse,
  own: Reach,
  assigned: readonly Pick<Assignment, 'target' | 'reach'>[],
): PlanOrder {
  const parts = assigned.map(({ target: { kind, id }, reach }) => `${kind} ${id} ${reach}`)
  const key = [own, ...parts].join()
  const known = orders.get(course) ?? new Map<string, PlanOrder>()
  orders.set(course, known)
  const kept = known.get(key)
  if (kept !== undefined) return kept
  if (known.size >= MOST_ORDERS) known.clear()
  const order = planOrder(course, own, assigned)
  known.set(key, order)
  return order
}

type PlanInput = {
  readonly today: StudyDay
  readonly settings: Pick<StudySettings, 'newPerDay' | 'reviewsPerDay'>
  readonly introduced: number
  readonly order: PlanOrder
  readonly model: MemoryModel
  readonly forgetting: number
}

/**
 * How many plans of one learner are kept. Each of their cohorts makes another one, and the list of
 * cohorts asks for all of them in turn.
 */
export const PLANS_KEPT = 3
type Held = { readonly input: PlanInput; readonly plan: KeptPlan }
/** Those asked for last come first. */
const plans = new WeakMap<LearnerMemory, readonly Held[]>()

/**
 * The plan of a learner. The same object is returned as long as nothing that it depends on changes.
 */
export function heldPlan(memory: LearnerMemory, input: PlanInput): KeptPlan {
  const kept = plans.get(memory) ?? []
  const known = kept.find((held) => isSame(held.input, input))
  const held = known ?? { input, plan: planned(memory, input) }
  if (held !== kept[0]) {
    plans.set(memory, [held, ...kept.filter((each) => each !== held)].slice(0, PLANS_KEPT))
  }
  return held.plan
}

function planned(memory: LearnerMemory, input: PlanInput): KeptPlan {
  const { today, settings, introduced, order, model, forgetting } = input
  const { newPerDay, reviewsPerDay } = settings
  const ground = { today, newPerDay, reviewsPerDay, introducedToday: introduced, order }
  return keptPlan(memory, ground, memoryRule(model, forgetting))
}

const isSame = (a: PlanInput, b: PlanInput): boolean =>
  a.today === b.today &&
  a.order === b.order &&
  a.introduced === b.introduced &&
  a.model.version === b.model.version &&
  a.forgetting === b.forgetting &&
  a.settings.newPerDay === b.settings.newPerDay &&
  a.settings.reviewsPerDay === b.settings.reviewsPerDay
