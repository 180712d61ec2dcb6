import type { Brand } from '../kernel/brand'

/** A date as exact as its source: `2007`, `2007-06` or `2007-06-17`. Sorts as text within one precision. */
export type PartialDate = Brand<string, 'PartialDate'>

const PATTERN = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const isPartialDate = (value: string): value is PartialDate => PATTERN.test(value)

/** First calendar day the date can mean, as `YYYY-MM-DD`. */
export function earliest(date: PartialDate): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** Last calendar day the date can mean, as `YYYY-MM-DD` (day 31 also for short months: only for comparing). */
export function latest(date: PartialDate): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date
}

/** `June 2007`, `17 May 2007`, `2007`. */
export function formatDate(date: PartialDate): string {
  const [year, month, day] = date.split('-')
  if (month === undefined) return date
  const name = MONTHS[Number(month) - 1]
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}
