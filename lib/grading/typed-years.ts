import { withoutFrame } from './frame'
import { typedDates } from './typed-date'

const SPAN = /^(?:from |between )?(\d{4}) ?(?:-|\/|to|and) ?(\d{1,2}|\d{4})$/

/** `2008-09`, `2008/9` and `from 2008 to 2009` as two years; null for what is no span of years. */
export function yearSpan(text: string): readonly [string, string] | null {
  const [, from = '', to = ''] = SPAN.exec(withoutFrame(text)) ?? []
  const until = from.slice(0, 4 - to.length) + to
  return from !== '' && Number(until) > Number(from) ? [from, until] : null
}

/**
 * Whether `2008-09` means two years in a question with these right answers, and not September 2008.
 * A month that stands among them in any other way decides, and else that the years follow each other.
 */
export const asksForYears = (listed: readonly string[]): boolean =>
  listed.some(isSpanOfYears) &&
  !listed.some((text) => yearSpan(text) === null && typedDates(text).length > 0)

function isSpanOfYears(text: string): boolean {
  const span = yearSpan(text)
  if (span === null) return false
  return typedDates(text).length === 0 || Number(span[1]) === Number(span[0]) + 1
}
