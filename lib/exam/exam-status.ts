import { DAY_MS } from '../kernel/duration'
import type { AttemptId } from '../kernel/ids'
import { attemptsOf, type PersonalRules } from './allowance'
import { isClosed } from './attempt-time'
import type { Attempt, Exam } from './exam'

/** What a learner can do with an exam now. */
export type ExamStatus =
  | { readonly kind: 'running'; readonly attemptId: AttemptId; readonly endsAt: number }
  | { readonly kind: 'may-start'; readonly number: number }
  | { readonly kind: 'passed'; readonly attemptId: AttemptId }
  | { readonly kind: 'not-open-yet'; readonly opensAt: number }
  | { readonly kind: 'wait'; readonly until: number; readonly number: number }
  | { readonly kind: 'spent' }
  | { readonly kind: 'closed' }

/**
 * Computed from the learner's own attempts. A pass is final, but a revoked certificate counts as
 * not passed. A pass that is not stored yet has no certificate.
 */
export function examStatusOf(
  exam: Exam,
  rules: PersonalRules,
  attempts: readonly Attempt[],
  now: number,
): ExamStatus {
  const running = attempts.find((attempt) => !isClosed(attempt, now))
  if (running) return { kind: 'running', attemptId: running.id, endsAt: running.endsAt }
  const passed = attempts.find(
    ({ result, certificate }) => result?.passed && (certificate?.voidedAt ?? null) === null,
  )
  if (passed) return { kind: 'passed', attemptId: passed.id }
  if (attempts.length >= attemptsOf(exam, rules)) return { kind: 'spent' }
  const lastEnd = Math.max(...attempts.map(({ submittedAt, endsAt }) => submittedAt ?? endsAt))
  // Who was given an attempt after the last one need not wait for it.
  const isGiven = (rules.allowance?.attemptsAt ?? -Infinity) >= lastEnd
  const waitDays = isGiven ? 0 : exam.retakeAfterDays
  const until = Math.max(lastEnd + waitDays * DAY_MS, exam.opensAt ?? -Infinity)
  const number = attempts.length + 1
  if (exam.closesAt !== null && Math.max(now, until) >= exam.closesAt) return { kind: 'closed' }
  if (now >= until) return { kind: 'may-start', number }
  if (attempts.length === 0) return { kind: 'not-open-yet', opensAt: until }
  return { kind: 'wait', until, number }
}
