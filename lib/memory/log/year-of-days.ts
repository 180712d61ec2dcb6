import { addDays, isoDate, type StudyDay } from '../../kernel/study-day'
import { type DayCounts, NO_COUNTS } from './day-counts'

/** A year of whole weeks, the present one included. */
export const YEAR_DAYS = 53 * 7

/** A study day with its date, `YYYY-MM-DD`. */
export type DatedCounts = DayCounts & { readonly date: string }

/** Every study day of the year that ends `today`, oldest first; those without a review count nothing. */
export function everyDay(
  done: readonly (DayCounts & { readonly day: StudyDay })[],
  today: StudyDay,
): readonly DatedCounts[] {
  const byDay = new Map<number, DayCounts>(done.map((counts) => [counts.day, counts]))
  return Array.from({ length: YEAR_DAYS }, (_, i) => {
    const day = addDays(today, i + 1 - YEAR_DAYS)
    return { ...NO_COUNTS, ...byDay.get(day), date: isoDate(day) }
  })
}
