import type { StudyDay } from '../kernel/study-day'
import type { RecallCurve } from '../memory/schedule/algorithm'
import { type KeptPlan, plannedRecall } from './kept-plan'
import { isSeen, type LearnerMemory } from './learner-memory'

/**
 * Mean predicted recall over some questions, 0 to 1: `idle` if no review is done from today on,
 * `planned` if the plan is kept.
 */
export type Readiness = { readonly idle: number; readonly planned: number }

/**
 * Predicted recall of one question on `day` if no review is done until then. A question never seen
 * counts 0. One that is suspended, buried or in learning steps counts by its memory like any other:
 * setting a card aside neither teaches nor unteaches it. A day before its last review counts as that
 * of the review.
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

/** Over `questions` (indices) on `day`, which is not before the plan's today. 0 for no questions. */
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
