const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = [
  ...(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'] as const),
  ...(['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const),
] as const

/** `2011-09-19` -> `Mon 19 Sep`. A study day has no time zone, so none is applied. */
export function dayLabel(isoDate: string): string {
  const date = new Date(`${isoDate}T00:00:00Z`)
  return `${WEEKDAYS[date.getUTCDay()] ?? ''} ${shortDate(isoDate)}`
}

/** `2011-09-19` -> `19 Sep`. */
export function shortDate(isoDate: string): string {
  const date = new Date(`${isoDate}T00:00:00Z`)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}`
}

/** `2011-09-19` -> `19 Sep 2011`. */
export const longDate = (isoDate: string): string => `${shortDate(isoDate)} ${isoDate.slice(0, 4)}`
