import { dateInWords } from '../kernel/calendar-words'
import { isoDate, type StudyDay } from '../kernel/study-day'

/** `24 November 2026`: the calendar date of a study day. */
export const dateWords = (day: StudyDay): string => dateInWords(isoDate(day))

/** `today`, `tomorrow`, `in 3 days`, `2 days ago`. */
export function daysAway(day: StudyDay, today: StudyDay): string {
  const days = day - today
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}
