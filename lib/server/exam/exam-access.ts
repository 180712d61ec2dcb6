import 'server-only'
import { findAttempt } from '../../db/exam/exam-attempts'
import { type ExamOfCohort, findExam, findExamFor } from '../../db/exam/exams'
import type { User } from '../../db/people/users'
import type { Attempt, Exam } from '../../exam/exam'
import { AppError } from '../../kernel/app-error'
import { type AttemptId, type ExamId, isUuid } from '../../kernel/ids'
import { assertInstructor, cohortOf } from '../access'
import type { LearnerScope } from '../scope'

const missing = () =>
  new AppError('not_found', 'There is no such exam for you. Open it from Today or your cohort.')

/** The exam, if this person may run its cohort. Throws not_allowed, not_found. */
export async function examRunBy(user: User, examId: ExamId): Promise<Exam> {
  assertInstructor(user)
  const exam = isUuid(examId) ? await findExam(examId) : null
  if (!exam) throw missing()
  await cohortOf(user, exam.cohortId)
  return exam
}

/** The exam, if it is this analyst's to take or has been taken by them. Throws not_found. */
export async function examTakenBy(
  { user }: LearnerScope,
  examId: ExamId,
): Promise<ExamOfCohort & { readonly member: boolean }> {
  const exam = isUuid(examId) ? await findExamFor(user.id, examId) : null
  if (!exam) throw missing()
  return exam
}

/** An attempt of this person's own. Throws not_found. */
export async function ownAttempt({ user }: LearnerScope, attemptId: AttemptId): Promise<Attempt> {
  const attempt = isUuid(attemptId) ? await findAttempt(user.id, attemptId) : null
  if (!attempt) throw missing()
  return attempt
}
