import { count } from '../kernel/count'
import { MINUTE_MS } from '../kernel/duration'
import { isoDate, type StudyDay } from '../kernel/study-day'
import type { AllDayEvent } from './icalendar'

/** The content of one person's calendar. */
export type DueCalendar = {
  /** The reviews expected on each of the next study days. */
  readonly days: readonly { readonly day: StudyDay; readonly reviews: number }[]
  /** How many milliseconds a review takes this person. */
  readonly paceMs: number
  readonly assignments: readonly {
    readonly id: string
    readonly title: string
    readonly dueDay: StudyDay
  }[]
  /** Makes the ids of this calendar unique without showing whose it is. */
  readonly tag: string
}

/** One event for each day with reviews, and one for each assignment. */
export function dueEvents({ days, paceMs, assignments, tag }: DueCalendar): AllDayEvent[] {
  return [
    ...days
      .filter(({ reviews }) => reviews > 0)
      .map(({ day, reviews }) => ({
        uid: `reviews-${isoDate(day)}-${tag}@steppe.invalid`,
        day,
        summary: `${count(reviews, 'review')}, about ${Math.ceil((reviews * paceMs) / MINUTE_MS)} min`,
        description: 'Expected if each day’s reviews are done and no new questions are started.',
      })),
    ...assignments.map(({ id, title, dueDay }) => ({
      uid: `assignment-${id}-${tag}@steppe.invalid`,
      day: dueDay,
      summary: `Due: ${title}`,
      description: 'An assignment of your cohort.',
    })),
  ]
}
