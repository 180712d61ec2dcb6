import 'server-only'
import { closeAttempt, findAttempt } from '../../db/exam/exam-attempts'
import { findExam } from '../../db/exam/exams'
import type { AttemptId } from '../../kernel/ids'
import type { LearnerScope } from '../scope'
import { ownAttempt } from './exam-access'
import { settle } from './settle-attempts'

/** Closes and grades the attempt. Harmless when repeated. Throws not_found. */
export async function handInExam(
  scope: LearnerScope,
  input: { attemptId: AttemptId; now: number },
): Promise<void> {
  const { user } = scope
  const attempt = await ownAttempt(scope, input.attemptId)
  const exam = await findExam(attempt.examId)
  await closeAttempt(user.id, attempt.id, Math.min(input.now, attempt.endsAt))
  const closed = await findAttempt(user.id, attempt.id)
  if (closed && exam) await settle(closed, exam, async () => scope, input.now)
}
