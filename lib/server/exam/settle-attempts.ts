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
import { countAsReviews } from './count-as-reviews'

/**
 * Closes and grades an attempt that is handed in or over; leaves any other alone. Closing comes
 * first and takes no answer any more, so grading can be done again by whoever looks next, with the
 * same result, if a process ends in between.
 */
export async function settle(attempt: Attempt, exam: Exam, now: number): Promise<void> {
  if (attempt.result !== null || !isClosed(attempt, now)) return
  const { userId, id } = attempt
  if (attempt.submittedAt === null) await closeAttempt(userId, id, attempt.endsAt)
  const [drawn, answers] = await Promise.all([drawnQuestions(userId, id), answersOf(userId, id)])
  const byPosition = new Map(answers.map(({ position, answer }) => [position, answer]))
  const result = resultOf(drawn, byPosition, exam.passMark)
  if (exam.movesSchedule) await countAsReviews({ attempt, drawn, answers, result, now })
  await writeResult(userId, id, result, result.passed ? newCertificateCode() : null)
}

/** All that is over and not yet graded: of one person, one exam or one cohort. */
export async function settleAll(
  of: Parameters<typeof attemptsToSettle>[0],
  now: number,
): Promise<void> {
  for (const attempt of await attemptsToSettle(of, now)) {
    const exam = await findExam(attempt.examId)
    if (exam) await settle(attempt, exam, now)
  }
}
