import { MINUTE_MS } from '../kernel/duration'
import type { AttemptTime } from './attempt-time'
import type { Exam } from './exam'

/** More time for each attempt. Both parts add up; the percentage is of the minutes of the exam. */
export type ExtraTime = { readonly extraMinutes: number; readonly extraPercent: number }

/** What one analyst gets beyond the rules of an exam. */
export type Allowance = ExtraTime & {
  readonly extraAttempts: number
  /** When the attempts were given (ms). Null while there are none. */
  readonly attemptsAt: number | null
}

/** The rules of an exam for one person. `accommodation` holds for every exam of the cohort. */
export type PersonalRules = {
  readonly allowance: Allowance | null
  readonly accommodation: ExtraTime | null
}

export const NO_EXTRAS: PersonalRules = { allowance: null, accommodation: null }

/** Of the time for this exam and the time for every exam of the cohort, the longer one counts. */
export function extraMinutesOf(exam: Pick<Exam, 'minutes'>, rules: PersonalRules): number {
  const of = (extra: ExtraTime | null) =>
    extra === null ? 0 : extra.extraMinutes + Math.ceil((exam.minutes * extra.extraPercent) / 100)
  return Math.max(of(rules.allowance), of(rules.accommodation))
}

export const minutesOf = (exam: Pick<Exam, 'minutes'>, rules: PersonalRules): number =>
  exam.minutes + extraMinutesOf(exam, rules)

export const attemptsOf = (exam: Pick<Exam, 'maxAttempts'>, { allowance }: PersonalRules): number =>
  exam.maxAttempts + (allowance?.extraAttempts ?? 0)

/**
 * When a running attempt ends after the rules changed (ms). It never ends in the past: whatever was
 * given until now was given in time.
 */
export const movedEnd = (
  { startedAt, endsAt }: AttemptTime,
  minutes: number,
  now: number,
): number => Math.max(startedAt + minutes * MINUTE_MS, Math.min(endsAt, now))
