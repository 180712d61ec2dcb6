import type { Brand } from '../kernel/brand'
import { dateInWords } from '../kernel/calendar-words'

/** A date as exact as its source: `2007`, `2007-06` or `2007-06-17`. Sorts as text within one precision. */
export type PartialDate = Brand<string, 'PartialDate'>

const PATTERN = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

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
export const formatDate = (date: PartialDate): string => dateInWords(date)
