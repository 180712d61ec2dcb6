import 'server-only'
import { type DayRollUp, rollUpsBetween } from '../db/study-days'
import type { UserId } from '../kernel/ids'
import { addDays, isoDate } from '../kernel/study-day'
import { type DayCounts, NO_COUNTS } from '../memory/day-counts'
import { type TopicMemory, topicMemories } from './course-memory'
import { learnerState } from './learner-state'

const DAYS = 30

export type ProgressView = {
  readonly topics: readonly TopicMemory[]
  /** Last 30 study days, oldest first. */
  readonly days: readonly (DayCounts & { readonly date: string })[]
  readonly lessonsDone: number
  readonly lessonsTotal: number
  /** Over the 30 days; null when nothing was reviewed. */
  readonly trueRetention: { readonly passed: number; readonly total: number } | null
}

/** Throws not_allowed, course_not_published. */
export async function loadProgress(input: { userId: UserId; now: number }): Promise<ProgressView> {
  const learner = await learnerState(input)
  const first = addDays(learner.today, 1 - DAYS)
  const rollUps = await rollUpsBetween(learner.user.id, first, learner.today)
  const byDay = new Map<number, DayRollUp>(rollUps.map((rollUp) => [rollUp.day, rollUp]))
  const { lessons } = learner.course.catalogue
  return {
    topics: topicMemories(learner),
    days: Array.from({ length: DAYS }, (_, i) => {
      const day = addDays(first, i)
      return { ...NO_COUNTS, ...byDay.get(day), date: isoDate(day) }
    }),
    lessonsDone: lessons.filter(({ id }) => (learner.lessons.get(id)?.completedAt ?? null) !== null)
      .length,
    lessonsTotal: lessons.length,
    trueRetention: trueRetention(rollUps),
  }
}

/** First reviews of the day of cards in Review: recalled, and all. */
export function trueRetention(
  counts: readonly Pick<DayCounts, 'retentionPassed' | 'retentionTotal'>[],
): { passed: number; total: number } | null {
  const total = counts.reduce((sum, day) => sum + day.retentionTotal, 0)
  const passed = counts.reduce((sum, day) => sum + day.retentionPassed, 0)
  return total === 0 ? null : { passed, total }
}
