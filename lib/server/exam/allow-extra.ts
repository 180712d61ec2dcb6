import 'server-only'
import { z } from 'zod'
import { changed } from '../../audit/changed'
import { together } from '../../db/connection/together'
import {
  accommodationOf,
  allowancesOf,
  holdExams,
  moveEnd,
  personalRules,
  putAccommodation,
  putAllowance,
  runningAt,
} from '../../db/exam/allowances'
import { examsOfCohort } from '../../db/exam/exams'
import { recordAudit } from '../../db/people/audit'
import { insertNotices } from '../../db/reminder/notices'
import { type ExtraTime, minutesOf, movedEnd, type PersonalRules } from '../../exam/allowance'
import type { Exam } from '../../exam/exam'
import { AppError } from '../../kernel/app-error'
import { count } from '../../kernel/count'
import type { ExamId, UserId } from '../../kernel/ids'
import { lengthOf, severalLines } from '../../kernel/visible-text'
import { allowanceNotice } from '../../reminder/notices'
import { checked } from '../check-account-input'
import { groundOf } from '../ground-of'
import type { OpenCohortScope } from '../scope'
import { examIn } from './exam-in'

const LONGEST_REASON = 500

const whole = (what: string, most: number) =>
  z
    .int(`${what} must be a whole number.`)
    .min(0, `${what} cannot be less than 0.`)
    .max(most, `${what} can be at most ${most}.`)

const limits = z.object({
  extraMinutes: whole('The extra minutes', 480),
  extraPercent: whole('The extra percentage', 300),
  extraAttempts: whole('The extra attempts', 10),
})

type Wanted = ExtraTime & {
  readonly userId: UserId
  readonly reason: string
  readonly now: number
}

/**
 * What one analyst gets at one exam beyond its rules; zeros take it back. Attempts in progress end
 * later, or earlier but never in the past. Throws not_found, not_allowed, invalid_input.
 */
export async function allowExtra(
  scope: OpenCohortScope,
  input: Wanted & { readonly examId: ExamId; readonly extraAttempts: number },
): Promise<void> {
  const { viewer, cohort } = scope
  const { userId, now } = input
  const exam = await examIn(scope, input.examId)
  const wanted = checked(limits, pick(input, input.extraAttempts))
  const reason = reasonOf(input.reason)
  await assertAnalyst(scope, userId)
  await together(async () => {
    await holdExams([exam.id])
    const rules = await personalRules(userId, exam)
    const before = rules.allowance
    const isMore = wanted.extraAttempts > (before?.extraAttempts ?? 0)
    const attemptsAt = isMore
      ? now
      : wanted.extraAttempts === 0
        ? null
        : (before?.attemptsAt ?? null)
    const allowance = { ...wanted, attemptsAt, userId, reason, byId: viewer.id, at: now }
    const detail = {
      cohort: cohort.id,
      exam: exam.id,
      analyst: userId,
      note: reason,
      ...changed('extraAttempts', before?.extraAttempts ?? 0, wanted.extraAttempts),
      ...changedTime(before, wanted),
    }
    await putAllowance(exam.id, allowance)
    await moveRunning(userId, [{ exam, rules: { ...rules, allowance } }], now)
    await recordAudit({ at: now, actorId: viewer.id, kind: 'exam_allowance_changed', detail })
    const words = extraWords(wanted)
    const about = { examId: exam.id, title: `“${exam.title}”`, words, at: now }
    await insertNotices([{ userId, notice: allowanceNotice(about) }], now)
  })
}

/**
 * More time for one analyst at every exam of the cohort, also at those of later; zeros take it back.
 * Throws not_found, not_allowed, invalid_input.
 */
export async function accommodate(scope: OpenCohortScope, input: Wanted): Promise<void> {
  const { viewer, cohort } = scope
  const { userId, now } = input
  const { extraMinutes, extraPercent } = checked(limits, pick(input, 0))
  const wanted = { extraMinutes, extraPercent }
  const reason = reasonOf(input.reason)
  await assertAnalyst(scope, userId)
  await together(async () => {
    const exams = await examsOfCohort(cohort.id)
    const ids = exams.map(({ id }) => id)
    await holdExams(ids)
    const allowances = await allowancesOf(userId, ids)
    const before = await accommodationOf(userId, cohort.id)
    await putAccommodation(cohort.id, { ...wanted, userId, reason, byId: viewer.id, at: now })
    const after = exams.map((exam) => ({
      exam,
      rules: { allowance: allowances.get(exam.id) ?? null, accommodation: wanted },
    }))
    await moveRunning(userId, after, now)
    const detail = {
      cohort: cohort.id,
      analyst: userId,
      note: reason,
      ...changedTime(before, wanted),
    }
    await recordAudit({ at: now, actorId: viewer.id, kind: 'exam_accommodation_changed', detail })
    const words = extraWords({ ...wanted, extraAttempts: 0 })
    const title = `all exams of “${cohort.name}”`
    const notice = allowanceNotice({ examId: null, title, words, at: now })
    await insertNotices([{ userId, notice }], now)
  })
}

const extraWords = (extra: ExtraTime & { readonly extraAttempts: number }): string =>
  [
    ...(extra.extraMinutes > 0 ? [count(extra.extraMinutes, 'more minute')] : []),
    ...(extra.extraPercent > 0 ? [`${extra.extraPercent} percent more time`] : []),
    ...(extra.extraAttempts > 0 ? [count(extra.extraAttempts, 'more attempt')] : []),
  ].join(' and ')

const pick = ({ extraMinutes, extraPercent }: ExtraTime, extraAttempts: number) => ({
  extraMinutes,
  extraPercent,
  extraAttempts,
})

const changedTime = (before: ExtraTime | null, after: ExtraTime) => ({
  ...changed('extraMinutes', before?.extraMinutes ?? 0, after.extraMinutes),
  ...changed('extraPercent', before?.extraPercent ?? 0, after.extraPercent),
})

/** Whoever holds the exams knows that no attempt begins meanwhile. */
async function moveRunning(
  userId: UserId,
  exams: readonly { readonly exam: Exam; readonly rules: PersonalRules }[],
  now: number,
): Promise<void> {
  const ids = exams.map(({ exam }) => exam.id)
  for (const attempt of await runningAt(userId, ids, now)) {
    const found = exams.find(({ exam }) => exam.id === attempt.examId)
    if (!found) continue
    const minutes = minutesOf(found.exam, found.rules)
    await moveEnd(attempt, movedEnd(attempt, minutes, now))
  }
}

async function assertAnalyst(scope: OpenCohortScope, userId: UserId): Promise<void> {
  if (userId === scope.viewer.id) {
    throw new AppError(
      'not_allowed',
      'Nobody gives extra time or attempts to themselves. Another instructor has to do it. Nothing was changed.',
    )
  }
  const { members } = await groundOf(scope)
  if (members.some(({ id, roleInCohort }) => id === userId && roleInCohort === 'learner')) return
  throw new AppError(
    'not_found',
    'This person is not an analyst of this cohort. Nothing was changed. Choose somebody from the list.',
  )
}

function reasonOf(typed: string): string {
  const reason = severalLines(typed)
  if (reason !== '' && lengthOf(reason) <= LONGEST_REASON) return reason
  throw new AppError(
    'invalid_input',
    `Give a reason of at most ${LONGEST_REASON} characters. Nothing was changed.`,
  )
}
