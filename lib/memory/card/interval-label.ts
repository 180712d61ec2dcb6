const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY
const MONTH = YEAR / 12

/**
 * A waiting time as Anki writes it on its buttons: `30s`, `10m`, `5h`, `2d`, `1.5mo`, `2y`.
 * Months and years with one decimal at most, the rest whole.
 */
export function intervalLabel(durationMs: number): string {
  const whole = (unitMs: number) => Math.round(durationMs / unitMs)
  const tenths = (unitMs: number) => Math.round((durationMs / unitMs) * 10) / 10
  if (durationMs < MINUTE) return `${Math.max(0, whole(1000))}s`
  if (whole(MINUTE) < 60) return `${whole(MINUTE)}m`
  if (whole(HOUR) < 24) return `${whole(HOUR)}h`
  if (durationMs < MONTH) return `${whole(DAY)}d`
  if (tenths(MONTH) < 12) return `${tenths(MONTH)}mo`
  return `${tenths(YEAR)}y`
}

export const daysLabel = (days: number) => intervalLabel(days * DAY)
