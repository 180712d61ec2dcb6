import 'server-only'
import { certificateCode } from '../../credentials/certificate-code'
import { together } from '../../db/connection/together'
import { findCertificate, revokeCode } from '../../db/exam/certificates'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import type { InstructedCohortScope } from '../scope'

/**
 * Revokes a certificate for good, which its public page then shows. This also works in an archived
 * cohort. Harmless when repeated. Throws not_found, also for a certificate of another cohort.
 */
export async function revokeCertificate(
  { cohort, viewer }: InstructedCohortScope,
  input: { readonly code: string; readonly now: number },
): Promise<void> {
  const code = certificateCode(input.code)
  const record = code === null ? null : await findCertificate(code)
  if (code === null || record?.cohortId !== cohort.id) {
    throw new AppError('not_found', 'This cohort has no such certificate.')
  }
  const { id, userId, examId } = record.attempt
  const detail = { exam: examId, attempt: id, analyst: userId, cohort: cohort.id }
  await together(async () => {
    if (!(await revokeCode(code, input.now))) return
    await recordAudit({ at: input.now, actorId: viewer.id, kind: 'certificate_voided', detail })
  })
}
