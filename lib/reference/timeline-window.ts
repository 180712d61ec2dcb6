import type { TimelineMark } from './timeline'

/** Whole years, both included: 2005 to 2006 is two years. */
export type YearWindow = { readonly from: number; readonly to: number }

/** From the first to the last year in which a fact begins. */
export function domainOf(marks: readonly TimelineMark[]): YearWindow {
  const years = marks.map(({ start }) => Math.floor(start))
  return { from: Math.min(...years), to: Math.max(...years) }
}

/** From the first membership on: the few earlier facts would squeeze all others into a corner. */
export function openingWindow(marks: readonly TimelineMark[]): YearWindow {
  const domain = domainOf(marks)
  const first = marks.find(({ lane }) => lane === 'memberships')
  return first ? { from: Math.floor(first.start), to: domain.to } : domain
}

export const yearsIn = ({ from, to }: YearWindow): number => to - from + 1

/** Half the years about the same middle, at least one. */
export function zoomIn(window: YearWindow, domain: YearWindow): YearWindow {
  return about(middle(window), Math.max(1, Math.floor(yearsIn(window) / 2)), domain)
}

/** Twice the years about the same middle, at most all there are. */
export function zoomOut(window: YearWindow, domain: YearWindow): YearWindow {
  return about(middle(window), yearsIn(window) * 2, domain)
}

/** The same number of years, half of them new: -1 earlier, 1 later. It never leaves the domain. */
export function shift(window: YearWindow, direction: -1 | 1, domain: YearWindow): YearWindow {
  const step = Math.max(1, Math.floor(yearsIn(window) / 2))
  return within(window.from + direction * step, yearsIn(window), domain)
}

const middle = ({ from, to }: YearWindow): number => (from + to + 1) / 2

const about = (centre: number, years: number, domain: YearWindow): YearWindow =>
  within(Math.round(centre - years / 2), years, domain)

function within(from: number, years: number, domain: YearWindow): YearWindow {
  const count = Math.min(years, yearsIn(domain))
  const first = Math.min(Math.max(from, domain.from), domain.to - count + 1)
  return { from: first, to: first + count - 1 }
}
