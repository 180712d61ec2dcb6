import { addCounts, type DayCounts, NO_COUNTS, type TrueRetention } from './day-counts'
import type { DatedCounts } from './year-of-days'

/** True retention of a calendar month, of cards below `MATURE_DAYS` and of the others. */
export type RetentionMonth = {
  /** `2026-11` */
  readonly month: string
  readonly young: TrueRetention
  readonly mature: TrueRetention
}

/** The months in which a card was tested, newest first. `days`: oldest first. */
export function retentionByMonth(days: readonly DatedCounts[]): readonly RetentionMonth[] {
  const months = new Map<string, DayCounts>()
  for (const day of days) {
    if (day.retentionTotal === 0) continue
    const month = day.date.slice(0, 7)
    months.set(month, addCounts(months.get(month) ?? NO_COUNTS, day))
  }
  return [...months].toReversed().map(([month, counts]) => ({
    month,
    young: {
      passed: counts.retentionPassed - counts.maturePassed,
      total: counts.retentionTotal - counts.matureTotal,
    },
    mature: { passed: counts.maturePassed, total: counts.matureTotal },
  }))
}
