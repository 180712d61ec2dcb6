import 'server-only'
import type { Assignment } from '../../cohort/assignment'
import { AppError } from '../../kernel/app-error'
import {
  type DayClock,
  isIsoDate,
  isoDate,
  type StudyDay,
  studyDayNamed,
  studyDayOf,
} from '../../kernel/study-day'
import { severalLines } from '../../kernel/visible-text'

/** Throws invalid_input for a day that is over by this clock. */
export function aheadOf(day: StudyDay, now: number, clock: DayClock): StudyDay {
  if (day >= studyDayOf(now, clock)) return day
  throw new AppError(
    'invalid_input',
    `${isoDate(day)} is already over. Nothing was changed. Choose today or a later day.`,
  )
}

export function noteOf(text: string): string {
  const note = severalLines(text)
  if (note !== '' && note.length <= 1000) return note
  throw new AppError('invalid_input', 'Give a reason of at most 1,000 characters.')
}

/** Throws invalid_input for a date that does not exist. */
export function dayOf(on: string): StudyDay {
  if (isIsoDate(on)) return studyDayNamed(on)
  throw new AppError('invalid_input', 'This date does not exist. Choose one from the calendar.')
}

export const dueWord = (due: Assignment['due']): string =>
  due.kind === 'day' ? isoDate(due.day) : `${due.days} days after joining`

export const gone = () =>
  new AppError('not_found', 'This cohort no longer has this assignment. Nothing was changed.')
