import 'server-only'
import { closeAttempt, findAttempt } from '../../db/exam/exam-attempts'
import { findExam } from '../../db/exam/exams'
import type { AttemptId, UserId } from '../../kernel/ids'
import { actor } from '../access'
import { ownAttempt } from './exam-access'
import { settle } from './settle-attempts'

/** Closes and grades the attempt. Harmless when repeated. Throws not_found, not_allowed. */
export async function handInExam(input: {
  actorId: UserId
  attemptId: AttemptId
  now: number
}): Promise<void> {
  const user = await actor(input.actorId)
  const attempt = await ownAttempt(user, input.attemptId)
  const exam = await findExam(attempt.examId)
  await closeAttempt(user.id, attempt.id, Math.min(input.now, attempt.endsAt))
  const closed = await findAttempt(user.id, attempt.id)
  if (closed && exam) await settle(closed, exam, input.now)
}
