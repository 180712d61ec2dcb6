// Calendar dates have no time zone, so none is applied. They are written without `Intl`, whose first use
// takes a browser 40 to 100 ms.

const MONTHS = [
  ...(['January', 'February', 'March', 'April', 'May', 'June'] as const),
  ...(['July', 'August', 'September', 'October', 'November', 'December'] as const),
] as const

/** `2011-09-19` or `2011-09` -> `September`. */
const monthName = (isoDate: string): string => MONTHS[Number(isoDate.slice(5, 7)) - 1] ?? ''

/** `2011-09-19` -> `19 September`. */
export const dayAndMonth = (isoDate: string): string =>
  `${Number(isoDate.slice(8, 10))} ${monthName(isoDate)}`

/** As exact as it is given: `19 September 2011`, `September 2011`, `2011`. */
export function dateInWords(isoDate: string): string {
  const year = isoDate.slice(0, 4)
  if (isoDate.length <= 4) return year
  return `${isoDate.length > 7 ? dayAndMonth(isoDate) : monthName(isoDate)} ${year}`
}
