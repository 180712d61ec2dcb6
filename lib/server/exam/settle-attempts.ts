import 'server-only'
import { newCertificateCode } from '../../credentials/certificate-code'
import { together } from '../../db/connection/together'
import { answersOf } from '../../db/exam/exam-answers'
import {
  attemptsToSettle,
  closeAttempt,
  drawnQuestions,
  writeResult,
} from '../../db/exam/exam-attempts'
import { findExam } from '../../db/exam/exams'
import { recordAudit } from '../../db/people/audit'
import { insertNotices } from '../../db/reminder/notices'
import { isClosed } from '../../exam/attempt-time'
import type { Attempt, Exam } from '../../exam/exam'
import { resultOf } from '../../exam/result'
import { databaseTroubleIn } from '../../kernel/database-unavailable'
import type { ExamId, UserId } from '../../kernel/ids'
import { resultNotice } from '../../reminder/notices'
import { type CohortScope, type LearnerScope, learnerScopeOf } from '../scope'
import { countAsReviews } from './count-as-reviews'

/**
 * Returns the scope of the learner. Called only if the answers count as reviews. Throws
 * not_allowed.
 */
type ScopeOf = (userId: UserId) => Promise<LearnerScope>

/**
 * Closes and grades an attempt that was handed in or whose time is up. Leaves any other alone. True when
 * this gave it its result.
 * Closing comes first and stops answers. If the process ends before grading, the job grades the
 * attempt with the same result.
 */
export async function settle(
  attempt: Attempt,
  exam: Exam,
  scopeOf: ScopeOf,
  now: number,
): Promise<boolean> {
  if (attempt.result !== null || !isClosed(attempt, now)) return false
  const { userId, id } = attempt
  if (attempt.submittedAt === null) await closeAttempt(userId, id, attempt.endsAt)
  const [drawn, answers] = await Promise.all([drawnQuestions(userId, id), answersOf(userId, id)])
  const byPosition = new Map(answers.map(({ position, answer }) => [position, answer]))
  const result = resultOf(drawn, byPosition, exam.passMark)
  if (exam.movesSchedule) {
    await countAsReviews(() => scopeOf(userId), { attempt, drawn, answers, result, now })
  }
  const { right, total } = result
  const passed = result.passed ? 'yes' : 'no'
  const detail = { analyst: userId, exam: exam.id, attempt: id, right, total, passed }
  return together(async () => {
    const isFirst = await writeResult(
      userId,
      id,
      result,
      result.passed ? newCertificateCode() : null,
    )
    if (!isFirst) return false
    await recordAudit({ at: now, actorId: null, kind: 'exam_graded', detail })
    const { number, examId } = attempt
    const notice = resultNotice({ id, number, examId, title: exam.title, ...result })
    await insertNotices([{ userId, notice }], now)
    return true
  })
}

type Over = Parameters<typeof attemptsToSettle>[0]

/** What cannot be graded keeps nothing from the others. Throws at the end, for it to be tried again. */
async function settleEach(of: Over, scopeOf: ScopeOf, now: number): Promise<number> {
  const over = await attemptsToSettle(of, now)
  const exams = new Map<ExamId, Exam | null>()
  let settled = 0
  let failed = 0
  for (const attempt of over) {
    const { id, examId } = attempt
    try {
      const exam = exams.get(examId) ?? (await findExam(examId))
      exams.set(examId, exam)
      if (exam && (await settle(attempt, exam, scopeOf, now))) settled += 1
    } catch (error) {
      if (databaseTroubleIn(error) !== null) throw error
      failed += 1
      console.error(`The exam attempt ${id} was not graded.`, error)
    }
  }
  if (failed === 0) return settled
  throw new Error(`${failed} of ${over.length} attempts could not be graded.`)
}

/** Settles all attempts of the learner that are over and not yet graded. Returns how many. */
export const settleOwn = (scope: LearnerScope, now: number): Promise<number> =>
  settleEach({ userId: scope.user.id }, async () => scope, now)

/**
 * Settles all attempts in a cohort. Answers are counted on behalf of those who took the exam,
 * whoever the reader is. This shows nobody anything, and the result is the same at any time.
 */
export const settleCohort = ({ cohort }: CohortScope, now: number): Promise<number> =>
  settleEach({ cohortId: cohort.id }, learnerScopeOf, now)

/** The same for everybody, for the job. */
export const settleAll = (now: number): Promise<number> =>
  settleEach('everybody', learnerScopeOf, now)
