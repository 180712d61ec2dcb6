import type { StudyDay } from '../../kernel/study-day'
import type { MemoryModel } from '../model/memory-model'
import { recallCurve } from '../schedule/algorithm'

/** Recall (0 to 1) at a study day, or between two of them. */
export type CurvePoint = { readonly day: number; readonly recall: number }

const POINTS_BETWEEN = 12

/** How recall falls from each review to the next, and after the last one until `until`. `reviews`: in order. */
export function forgettingCurve(
  reviews: readonly { readonly day: StudyDay; readonly stability: number }[],
  until: StudyDay,
  model: MemoryModel,
): readonly CurvePoint[] {
  const recall = recallCurve(model)
  return reviews.flatMap(({ day, stability }, index) => {
    const end = reviews[index + 1]?.day ?? Math.max(until, day)
    const days = end - day
    const points = Math.min(POINTS_BETWEEN, days)
    return Array.from({ length: points + 1 }, (_, i) => {
      const elapsed = points === 0 ? 0 : (days * i) / points
      return { day: day + elapsed, recall: recall(elapsed, stability) }
    })
  })
}
