import 'server-only'
import { together } from '../../db/connection/together'
import { updateClosing } from '../../db/exam/exams'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import type { ExamId } from '../../kernel/ids'
import type { OpenCohortScope } from '../scope'
import { examIn } from './exam-in'

/**
 * Closes an exam, so that no attempt can be started. Attempts in progress continue, and results are
 * kept. With `close` false, opens it again until `closesAt` (ms), or without an end date. Returns when it
 * would have closed before. Throws not_found, and invalid_input
 * if nothing would change.
 */
export async function closeExam(
  scope: OpenCohortScope,
  input: {
    readonly examId: ExamId
    readonly close: boolean
    readonly closesAt?: number | null
    readonly now: number
  },
): Promise<{ readonly closesAt: number | null }> {
  const exam = await examIn(scope, input.examId)
  const isClosed = exam.closesAt !== null && exam.closesAt <= input.now
  if (isClosed === input.close) {
    throw new AppError(
      'invalid_input',
      `The exam is already ${isClosed ? 'closed' : 'open'}. Nothing was changed.`,
    )
  }
  const detail = {
    exam: exam.id,
    cohort: exam.cohortId,
    closesBefore: exam.closesAt === null ? null : new Date(exam.closesAt).toISOString(),
  }
  const kind = input.close ? 'exam_closed' : 'exam_reopened'
  await together(async () => {
    await updateClosing(exam.id, input.close ? input.now : (input.closesAt ?? null))
    await recordAudit({ at: input.now, actorId: scope.viewer.id, kind, detail })
  })
  return { closesAt: exam.closesAt }
}
