import { dayAndMonth } from '@/lib/kernel/calendar-words'

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

/** `2011-09-19` -> `Mon 19 Sep`. */
export const dayLabel = (isoDate: string): string =>
  `${WEEKDAYS[new Date(`${isoDate}T00:00:00Z`).getUTCDay()] ?? ''} ${shortDate(isoDate)}`

/** `2011-09-19` -> `19 Sep`. */
export function shortDate(isoDate: string): string {
  const [day = '', month = ''] = dayAndMonth(isoDate).split(' ')
  return `${day} ${month.slice(0, 3)}`
}

/** `2011-09-19` -> `19 Sep 2011`. */
export const longDate = (isoDate: string): string => `${shortDate(isoDate)} ${isoDate.slice(0, 4)}`
