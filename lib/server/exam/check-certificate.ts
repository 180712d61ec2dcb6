import 'server-only'
import { certificateCode } from '../../credentials/certificate-code'
import { findCertificate } from '../../db/exam/certificates'

/** What anybody with the code may know. */
export type CertificateView = {
  readonly code: string
  /** Null if the account no longer exists. */
  readonly name: string | null
  readonly examTitle: string
  readonly cohortName: string
  /** The instant (ms) when the exam was handed in, and the time zone of the holder. */
  readonly passedAt: number
  readonly zone: string
  readonly right: number
  readonly total: number
  readonly passMark: number
  readonly voidedAt: number | null
}

/** Null if there is no such certificate. Text that cannot be a code is not looked up. */
export async function checkCertificate(input: { code: string }): Promise<CertificateView | null> {
  const code = certificateCode(input.code)
  const record = code === null ? null : await findCertificate(code)
  const { submittedAt, result, certificate } = record?.attempt ?? {}
  if (code === null || !record || !result || !certificate || typeof submittedAt !== 'number') {
    return null
  }
  return {
    code,
    name: record.holder?.name ?? null,
    examTitle: record.examTitle,
    cohortName: record.cohortName,
    passedAt: submittedAt,
    zone: record.holder?.zone ?? 'UTC',
    right: result.right,
    total: result.total,
    passMark: record.passMark,
    voidedAt: certificate.voidedAt,
  }
}
