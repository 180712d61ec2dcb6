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

/** Whose attempt it is; asked only where the answers count as reviews. Throws not_allowed. */
type ScopeOf = (userId: UserId) => Promise<LearnerScope>

/**
 * Closes and grades an attempt that is handed in or over; leaves any other alone. Closing comes
 * first and takes no answer any more, so grading can be done again by whoever looks next, with the
 * same result, if a process ends in between.
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

/** All of one's own that is over and not yet graded. */
export const settleOwn = (scope: LearnerScope, now: number): Promise<void> =>
  settleEach({ userId: scope.user.id }, async () => scope, now)

/**
 * The same of a cohort. Grading acts in the name of those who sat the exam, whoever looks: it shows
 * nobody anything, and comes to the same whenever it is done.
 */
export const settleCohort = ({ cohort }: CohortScope, now: number): Promise<void> =>
  settleEach({ cohortId: cohort.id }, learnerScopeOf, now)
