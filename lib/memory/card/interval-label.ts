import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kernel/duration'

const YEAR_MS = 365 * DAY_MS
const MONTH_MS = YEAR_MS / 12

/**
 * A waiting time as Anki writes it on its buttons: `30s`, `10m`, `5h`, `2d`, `1.5mo`, `2y`.
 * Months and years with one decimal at most, the rest whole.
 */
export function intervalLabel(durationMs: number): string {
  const whole = (unitMs: number) => Math.round(durationMs / unitMs)
  const tenths = (unitMs: number) => Math.round((durationMs / unitMs) * 10) / 10
  if (durationMs < MINUTE_MS) return `${Math.max(0, whole(1000))}s`
  if (whole(MINUTE_MS) < 60) return `${whole(MINUTE_MS)}m`
  if (whole(HOUR_MS) < 24) return `${whole(HOUR_MS)}h`
  if (durationMs < MONTH_MS) return `${whole(DAY_MS)}d`
  if (tenths(MONTH_MS) < 12) return `${tenths(MONTH_MS)}mo`
  return `${tenths(YEAR_MS)}y`
}

export const daysLabel = (days: number) => intervalLabel(days * DAY_MS)
