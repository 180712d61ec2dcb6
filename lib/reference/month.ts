import { earliest, isPartialDate, latest, type PartialDate } from '../course/partial-date'

/** Months since January of the year 0: a slider steps through whole numbers. */
export type Month = number

/** The first month a date can mean. */
export const firstMonth = (date: PartialDate): Month => numberOf(earliest(date))

/** The last month a date can mean. */
export const lastMonth = (date: PartialDate): Month => numberOf(latest(date))

/** `2006-06`. */
export function dateOfMonth(month: Month): PartialDate {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  const date = `${year}-${String((month % 12) + 1).padStart(2, '0')}`
  if (isPartialDate(date)) return date
  throw new RangeError(`${month} is not a month`)
}

/** Reads `2006-06`; null for anything else. */
export const readMonth = (text: string): Month | null =>
  text.length === 7 && isPartialDate(text) ? firstMonth(text) : null

const numberOf = (day: string): Month => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
