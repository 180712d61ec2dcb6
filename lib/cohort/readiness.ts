import type { StudyDay } from '../kernel/study-day'
import type { RecallCurve } from '../memory/algorithm'
import type { LearnerMemory } from './learner-memory'

/**
 * Mean predicted recall over `questions` (indices) on `day`, if no review is done until then.
 * A question never seen counts 0. One that is suspended, buried or in learning steps counts by its
 * memory like any other: setting a card aside does not make anybody forget it, nor keeps them from
 * forgetting. A day before the last review counts as that of the review. 0 for no questions.
 */
export function readiness(
  learner: LearnerMemory,
  questions: readonly number[],
  day: StudyDay,
  recall: RecallCurve,
): number {
  if (questions.length === 0) return 0
  let sum = 0
  for (const index of questions) {
    if (learner.phase[index] === 0) continue
    const elapsed = Math.max(0, day - (learner.lastReviewDay[index] ?? 0))
    sum += recall(elapsed, learner.stability[index] ?? 0)
  }
  return sum / questions.length
}
