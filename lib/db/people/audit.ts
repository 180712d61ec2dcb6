import 'server-only'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import type { Prisma } from '../generated/client'

/** What an administrator can be asked about later. `detail` holds ids and names, never secrets. */
export async function recordAudit(event: {
  at: number
  actorId: UserId | null
  kind:
    | 'setup'
    | 'joined'
    | 'invited'
    | 'revoked'
    | 'cohort_created'
    | 'course_published'
    | 'user_created'
    | 'password_changed'
    | 'account_deleted'
    | 'cohort_renamed'
    | 'cohort_archived'
    | 'cohort_reopened'
    | 'analyst_moved'
    | 'member_removed'
    | 'assignment_saved'
    | 'assignment_deleted'
    | 'assignment_extended'
    | 'flag_answered'
    | 'risk_snoozed'
    | 'risk_snooze_ended'
    | 'exam_created'
    | 'exam_closed'
    | 'exam_reopened'
    | 'certificate_voided'
    | 'exam_appeal_made'
    | 'exam_appeal_granted'
    | 'exam_appeal_refused'
    | 'exam_appeal_taken_back'
  detail: Readonly<Record<string, string | number | null>>
}): Promise<void> {
  await database().auditEvent.create({
    data: {
      id: uuidv7(),
      at: new Date(event.at),
      actorId: event.actorId,
      kind: event.kind,
      detail: event.detail,
    },
  })
}

const storedDetail = z.record(z.string(), z.unknown())

/** Takes the name and all addresses out of what was recorded about a person. Ids, kinds and times stay. */
export async function forgetPersonInAudit(
  tx: Prisma.TransactionClient,
  { id, name }: { readonly id: UserId; readonly name: string },
): Promise<void> {
  const events = await tx.auditEvent.findMany({
    where: {
      OR: [
        { actorId: id },
        { detail: { path: ['user'], equals: id } },
        { detail: { path: ['analyst'], equals: id } },
      ],
    },
  })
  for (const event of events) {
    const detail = storedDetail.parse(event.detail)
    const kept = Object.entries(detail).filter(
      ([, value]) => typeof value !== 'string' || !(value === name || value.includes('@')),
    )
    if (kept.length === Object.keys(detail).length) continue
    const data = { detail: JSON.parse(JSON.stringify(Object.fromEntries(kept))) }
    await tx.auditEvent.update({ where: { id: event.id }, data })
  }
}
