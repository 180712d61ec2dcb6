import 'server-only'
import { newCertificateCode } from '../../credentials/certificate-code'
import { answersOf } from '../../db/exam/exam-answers'
import {
  attemptsToSettle,
  closeAttempt,
  drawnQuestions,
  writeResult,
} from '../../db/exam/exam-attempts'
import { findExam } from '../../db/exam/exams'
import { isClosed } from '../../exam/attempt-time'
import type { Attempt, Exam } from '../../exam/exam'
import { resultOf } from '../../exam/result'
import type { UserId } from '../../kernel/ids'
import { type CohortScope, type LearnerScope, learnerScopeOf } from '../scope'
import { countAsReviews } from './count-as-reviews'

/**
 * Returns the scope of the learner. Called only if the answers count as reviews. Throws
 * not_allowed.
 */
type ScopeOf = (userId: UserId) => Promise<LearnerScope>

/**
 * Closes and grades an attempt that was handed in or whose time is up. Leaves any other alone.
 * Closing comes first and stops answers. If the process ends before grading, the next reader grades
 * the attempt with the same result.
 */
export async function settle(
  attempt: Attempt,
  exam: Exam,
  scopeOf: ScopeOf,
  now: number,
): Promise<void> {
  if (attempt.result !== null || !isClosed(attempt, now)) return
  const { userId, id } = attempt
  if (attempt.submittedAt === null) await closeAttempt(userId, id, attempt.endsAt)
  const [drawn, answers] = await Promise.all([drawnQuestions(userId, id), answersOf(userId, id)])
  const byPosition = new Map(answers.map(({ position, answer }) => [position, answer]))
  const result = resultOf(drawn, byPosition, exam.passMark)
  if (exam.movesSchedule) {
    await countAsReviews(() => scopeOf(userId), { attempt, drawn, answers, result, now })
  }
  await writeResult(userId, id, result, result.passed ? newCertificateCode() : null)
}

type Over = Parameters<typeof attemptsToSettle>[0]

async function settleEach(of: Over, scopeOf: ScopeOf, now: number): Promise<void> {
  for (const attempt of await attemptsToSettle(of, now)) {
    const exam = await findExam(attempt.examId)
    if (exam) await settle(attempt, exam, scopeOf, now)
  }
}

/** Settles all attempts of the learner that are over and not yet graded. */
export const settleOwn = (scope: LearnerScope, now: number): Promise<void> =>
  settleEach({ userId: scope.user.id }, async () => scope, now)

/**
 * Settles all attempts in a cohort. Answers are counted on behalf of those who took the exam,
 * whoever the reader is. This shows nobody anything, and the result is the same at any time.
 */
export const settleCohort = ({ cohort }: CohortScope, now: number): Promise<void> =>
  settleEach({ cohortId: cohort.id }, learnerScopeOf, now)
