// Calendar dates, which have no time zone, so none is applied. They are written without `Intl`, whose
// first use takes a browser 40 to 100 ms.

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = [
  ...(['January', 'February', 'March', 'April', 'May', 'June'] as const),
  ...(['July', 'August', 'September', 'October', 'November', 'December'] as const),
] as const

const monthOf = (isoDate: string): string => MONTHS[Number(isoDate.slice(5, 7)) - 1] ?? ''
const dayOf = (isoDate: string): number => Number(isoDate.slice(8, 10))

/** `2011-09-19` -> `Mon 19 Sep`. */
export const dayLabel = (isoDate: string): string =>
  `${WEEKDAYS[new Date(`${isoDate}T00:00:00Z`).getUTCDay()] ?? ''} ${shortDate(isoDate)}`

/** `2011-09-19` -> `19 Sep`. */
export const shortDate = (isoDate: string): string =>
  `${dayOf(isoDate)} ${monthOf(isoDate).slice(0, 3)}`

/** `2011-09-19` -> `19 Sep 2011`. */
export const longDate = (isoDate: string): string => `${shortDate(isoDate)} ${isoDate.slice(0, 4)}`

/** `2011-03-14` -> `14 March`. */
export const dayAndMonth = (isoDate: string): string => `${dayOf(isoDate)} ${monthOf(isoDate)}`

/** `2011-03` -> `March 2011`. */
export const monthAndYear = (isoMonth: string): string =>
  `${monthOf(isoMonth)} ${isoMonth.slice(0, 4)}`
