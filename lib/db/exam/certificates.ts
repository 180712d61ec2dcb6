import 'server-only'
import type { Attempt } from '../../exam/exam'
import { asCohortId, asUserId, type CohortId } from '../../kernel/ids'
import { database } from '../connection/client'
import { findUser } from '../people/users'
import { toAttempt } from './exam-row'

export type CertificateRecord = {
  readonly attempt: Attempt
  readonly examTitle: string
  readonly passMark: number
  readonly cohortId: CohortId
  readonly cohortName: string
  readonly holder: { readonly name: string; readonly zone: string } | null
}

export async function findCertificate(code: string): Promise<CertificateRecord | null> {
  const row = await database().examAttempt.findUnique({
    where: { code },
    omit: { questions: true },
    include: { exam: { include: { cohort: true } } },
  })
  if (!row) return null
  const holder = await holderOf(row)
  return {
    attempt: toAttempt(row),
    examTitle: row.exam.title,
    passMark: row.exam.passMark,
    cohortId: asCohortId(row.exam.cohortId),
    cohortName: row.exam.cohort.name,
    holder,
  }
}

/** A certificate that outlives the account keeps the name itself. */
async function holderOf(row: {
  userId: string
  holderName: string | null
  holderZone: string | null
}): Promise<CertificateRecord['holder']> {
  if (row.holderName !== null) return { name: row.holderName, zone: row.holderZone ?? 'UTC' }
  const user = await findUser(asUserId(row.userId))
  return user && !user.deleted ? { name: user.name, zone: user.clock.zone } : null
}

/** False when it had been revoked before. */
export async function revokeCode(code: string, now: number): Promise<boolean> {
  const { count } = await database().examAttempt.updateMany({
    where: { code, revokedAt: null },
    data: { revokedAt: new Date(now) },
  })
  return count === 1
}
