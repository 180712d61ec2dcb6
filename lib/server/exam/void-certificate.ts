import 'server-only'
import { certificateCode } from '../../credentials/certificate-code'
import { findCertificate, voidCode } from '../../db/exam/certificates'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import type { UserId } from '../../kernel/ids'
import { actor, assertInstructor, cohortOf } from '../access'

/** For good: the public page says so from now on. Harmless when repeated. Throws not_allowed, not_found. */
export async function voidCertificate(input: {
  actorId: UserId
  code: string
  now: number
}): Promise<void> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const code = certificateCode(input.code)
  const record = code === null ? null : await findCertificate(code)
  if (code === null || !record) {
    throw new AppError('not_found', 'There is no such certificate among yours.')
  }
  await cohortOf(user, record.cohortId)
  if (!(await voidCode(code, input.now))) return
  const { id, userId, examId } = record.attempt
  const detail = { exam: examId, attempt: id, analyst: userId, cohort: record.cohortId }
  await recordAudit({ at: input.now, actorId: user.id, kind: 'certificate_voided', detail })
}
