import type { StudyDay } from '../kernel/study-day'
import type { RecallCurve } from '../memory/schedule/algorithm'
import { type KeptPlan, plannedRecall } from './kept-plan'
import { isSeen, type LearnerMemory } from './learner-memory'

/** How far ahead readiness is shown: a year. A forecast further ahead means nothing. */
export const FARTHEST_DAYS = 365

/**
 * The mean predicted recall over some questions, 0 to 1. `idle` assumes no reviews from today on,
 * and `planned` assumes that the plan is kept.
 */
export type Readiness = { readonly idle: number; readonly planned: number }

/**
 * The predicted recall of one question on `day` if it is not reviewed until then. A question never
 * seen counts as 0. One that is suspended, buried or in learning steps counts like any other,
 * because setting a card aside does not change what is remembered. For a day before the last
 * review, the recall is that of the last review.
 */
export function idleRecall(
  learner: LearnerMemory,
  index: number,
  day: StudyDay,
  recall: RecallCurve,
): number {
  if (!isSeen(learner, index)) return 0
  const elapsed = Math.max(0, day - (learner.lastReviewDay[index] ?? day))
  return recall(elapsed, learner.stability[index] ?? 0)
}

/**
 * Takes the mean over `questions` (indices) on `day`, which must not be before the plan's today. 0
 * for no questions.
 */
export function readiness(
  learner: LearnerMemory,
  plan: KeptPlan,
  questions: readonly number[],
  day: StudyDay,
): Readiness {
  let idle = 0
  let planned = 0
  for (const index of questions) {
    idle += idleRecall(learner, index, day, plan.rule.recall)
    planned += plannedRecall(learner, plan, index, day)
  }
  const n = Math.max(1, questions.length)
  return { idle: idle / n, planned: planned / n }
}
