import 'server-only'
import { certificateCode } from '../../credentials/certificate-code'
import { findCertificate } from '../../db/exam/certificates'

/** What anybody with the code may know. */
export type CertificateView = {
  readonly code: string
  /** Null: the account is gone. */
  readonly name: string | null
  readonly examTitle: string
  readonly cohortName: string
  /** When it was handed in (ms), and the zone of its holder. */
  readonly passedAt: number
  readonly zone: string
  readonly right: number
  readonly total: number
  readonly passMark: number
  readonly voidedAt: number | null
}

/** Null for what is no code of ours. What cannot be one is not looked up. */
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
