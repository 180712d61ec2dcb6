import { isPartialDate, type PartialDate } from '@/lib/course/partial-date'

/** A date as files of a course have it. */
export function dateText(text: string): PartialDate {
  if (isPartialDate(text)) return text
  throw new Error(`${text} is no date`)
}
