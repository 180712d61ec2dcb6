import { HOUR_MS } from '../kernel/duration'
import {
  addDays,
  type DayClock,
  type StudyDay,
  startOfStudyDay,
  studyDayOf,
} from '../kernel/study-day'

/**
 * The local hour from which a person gets reminders. It is later for those whose study day begins
 * later.
 */
const REMINDER_HOUR = 7
export const reminderHour = ({ rolloverHour }: DayClock): number =>
  Math.max(REMINDER_HOUR, rolloverHour)
/** A digest says what to do today, so it is of no use in the evening. */
const DIGEST_HOURS = 12
/** A summary of last week is still useful on Wednesday, in case the server was down. */
const SUMMARY_HOURS = 72

/** The study day for which something is to be sent, and the instant (ms) from which to send it. */
export type Occasion = { readonly day: StudyDay; readonly since: number }

/** The study day whose digest can be sent at `now` (ms). Null outside the hours for it. */
export function digestOccasion(now: number, clock: DayClock): Occasion | null {
  return within(now, studyDayOf(now, clock), DIGEST_HOURS, clock)
}

/**
 * The Monday whose summary of the week before can be sent at `now` (ms). Null outside the hours for
 * it.
 */
export function summaryOccasion(now: number, clock: DayClock): Occasion | null {
  return within(now, mondayOf(studyDayOf(now, clock)), SUMMARY_HOURS, clock)
}

/** Day 0, 1 January 1970, was a Thursday. */
const mondayOf = (day: StudyDay): StudyDay => addDays(day, -((((day + 3) % 7) + 7) % 7))

function within(now: number, day: StudyDay, hours: number, clock: DayClock): Occasion | null {
  const rolloverHour = reminderHour(clock)
  const since = startOfStudyDay(day, { zone: clock.zone, rolloverHour })
  return since <= now && now < since + hours * HOUR_MS ? { day, since } : null
}
