import 'server-only'
import { updateClosing } from '../../db/exam/exams'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import type { ExamId, UserId } from '../../kernel/ids'
import { actor, openCohortOf } from '../access'
import { examRunBy } from './exam-access'

/**
 * No attempt can be begun from now on; one that is under way goes on to its end, and results stay.
 * `close` false opens it again without an end. Throws not_allowed, not_found, invalid_input for an
 * exam that is as asked already.
 */
export async function closeExam(input: {
  readonly actorId: UserId
  readonly examId: ExamId
  readonly close: boolean
  readonly now: number
}): Promise<void> {
  const user = await actor(input.actorId)
  const exam = await examRunBy(user, input.examId)
  await openCohortOf(user, exam.cohortId)
  const isClosed = exam.closesAt !== null && exam.closesAt <= input.now
  if (isClosed === input.close) {
    throw new AppError(
      'invalid_input',
      `The exam is ${isClosed ? 'closed' : 'open'} already. Nothing was changed.`,
    )
  }
  await updateClosing(exam.id, input.close ? input.now : null)
  const detail = { exam: exam.id, cohort: exam.cohortId }
  const kind = input.close ? 'exam_closed' : 'exam_reopened'
  await recordAudit({ at: input.now, actorId: user.id, kind, detail })
}
