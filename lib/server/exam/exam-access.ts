import 'server-only'
import { findAttempt } from '../../db/exam/exam-attempts'
import { type ExamOfCohort, findExamFor } from '../../db/exam/exams'
import type { Attempt } from '../../exam/exam'
import { AppError } from '../../kernel/app-error'
import { type AttemptId, type ExamId, isUuid } from '../../kernel/ids'
import type { LearnerScope } from '../scope'

const missing = () =>
  new AppError('not_found', 'There is no such exam among yours. Open it from Today or your cohort.')

/** The exam, if this analyst can take it or has taken it. Throws not_found. */
export async function examTakenBy(
  { user }: LearnerScope,
  examId: ExamId,
): Promise<ExamOfCohort & { readonly member: boolean }> {
  const exam = isUuid(examId) ? await findExamFor(user.id, examId) : null
  if (!exam) throw missing()
  return exam
}

/** An attempt made by this person. Throws not_found. */
export async function ownAttempt({ user }: LearnerScope, attemptId: AttemptId): Promise<Attempt> {
  const attempt = isUuid(attemptId) ? await findAttempt(user.id, attemptId) : null
  if (!attempt) throw missing()
  return attempt
}
