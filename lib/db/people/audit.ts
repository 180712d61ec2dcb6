import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { UserId } from '../../kernel/ids'
import { database } from '../connection/client'

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
