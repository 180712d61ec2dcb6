import 'server-only'
import { together } from '../../db/connection/together'
import { closeAttempt, findAttempt } from '../../db/exam/exam-attempts'
import { findExam } from '../../db/exam/exams'
import { recordAudit } from '../../db/people/audit'
import type { AttemptId } from '../../kernel/ids'
import type { LearnerScope } from '../scope'
import { ownAttempt } from './exam-access'
import { settle } from './settle-attempts'

/**
 * Closes and grades the attempt. Harmless when repeated. Throws not_found. With `timeIsUp`, the page
 * hands in because its time is over, and not the person: nothing happens if the attempt runs on, as it
 * does after an instructor gave more time. Returns when it ends then (ms), and null when it is closed.
 */
export async function handInExam(
  scope: LearnerScope,
  input: {
    readonly attemptId: AttemptId
    readonly timeIsUp?: boolean
    readonly now: number
  },
): Promise<number | null> {
  const { user } = scope
  const attempt = await ownAttempt(scope, input.attemptId)
  const isOver = attempt.submittedAt !== null || input.now >= attempt.endsAt
  if (input.timeIsUp && !isOver) return attempt.endsAt
  const exam = await findExam(attempt.examId)
  const detail = { analyst: user.id, exam: attempt.examId, attempt: attempt.id }
  await together(async () => {
    if (!(await closeAttempt(user.id, attempt.id, Math.min(input.now, attempt.endsAt)))) return
    await recordAudit({ at: input.now, actorId: user.id, kind: 'exam_handed_in', detail })
  })
  const closed = await findAttempt(user.id, attempt.id)
  if (closed && exam) await settle(closed, exam, async () => scope, input.now)
  return null
}
