import { addDays, type StudyDay } from '../kernel/study-day'
import type { DaysDone } from './study-pace'

const TREND_DAYS = 30
const WEEK = 7

/** How much somebody answered of late. */
export type RecentWork = {
  /** The answers of each of the last 30 study days, today last. */
  readonly perDay: readonly number[]
  readonly answers: number
  /** On how many of these days something was answered. */
  readonly activeDays: number
  readonly lastWeek: number
  readonly weekBefore: number
}

export function recentWork(days: DaysDone, today: StudyDay): RecentWork {
  const perDay = new Array<number>(TREND_DAYS).fill(0)
  const first = addDays(today, 1 - TREND_DAYS)
  const work = { answers: 0, activeDays: 0, lastWeek: 0, weekBefore: 0 }
  for (const [day, { reviews }] of days) {
    const place = day - first
    if (place < 0 || place >= TREND_DAYS || reviews === 0) continue
    perDay[place] = reviews
    work.answers += reviews
    work.activeDays += 1
    if (place >= TREND_DAYS - WEEK) work.lastWeek += reviews
    else if (place >= TREND_DAYS - 2 * WEEK) work.weekBefore += reviews
  }
  return { perDay, ...work }
}
