import 'server-only'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { asUserId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import type { Prisma } from '../generated/client'

const AUDIT_KINDS = [
  'setup',
  'joined',
  'invited',
  'revoked',
  'cohort_created',
  'course_published',
  'user_created',
  'password_changed',
  'sessions_ended',
  'password_set',
  'password_link_made',
  'password_link_asked',
  'password_link_used',
  'account_disabled',
  'account_enabled',
  'account_changed',
  'account_deleted',
  'cohort_renamed',
  'cohort_archived',
  'cohort_reopened',
  'analyst_moved',
  'member_removed',
  'assignment_saved',
  'assignment_deleted',
  'assignment_extended',
  'flag_answered',
  'risk_snoozed',
  'risk_snooze_ended',
  'exam_created',
  'exam_closed',
  'exam_reopened',
  'certificate_voided',
  'exam_appeal_made',
  'exam_appeal_granted',
  'exam_appeal_refused',
  'exam_appeal_taken_back',
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** What an administrator can be asked about later. `detail` holds ids and names, never secrets. */
export async function recordAudit(event: {
  at: number
  actorId: UserId | null
  kind: AuditKind
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

/** Of `account_changed`: a former name is a name too. */
const isName = (key: string) => key === 'name' || key === 'nameBefore'

/** Takes the names and all addresses out of what was recorded about a person. Ids, kinds and times stay. */
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
      ([key, value]) =>
        typeof value !== 'string' ||
        !(value === name || value.includes('@') || (detail.user === id && isName(key))),
    )
    if (kept.length === Object.keys(detail).length) continue
    const data = { detail: JSON.parse(JSON.stringify(Object.fromEntries(kept))) }
    await tx.auditEvent.update({ where: { id: event.id }, data })
  }
}

export type AuditEvent = {
  readonly id: string
  readonly at: number
  readonly actorId: UserId | null
  readonly kind: AuditKind
  /** The values of the detail that are text. */
  readonly detail: Readonly<Record<string, string>>
}

/** The latest events that this person caused or that were about their account, newest first. */
export async function auditOf(userId: UserId, take: number): Promise<AuditEvent[]> {
  const rows = await database().auditEvent.findMany({
    where: {
      kind: { in: [...AUDIT_KINDS] },
      OR: [{ actorId: userId }, { detail: { path: ['user'], equals: userId } }],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take,
  })
  return rows.flatMap(({ id, at, actorId, kind, detail }) => {
    const known = AUDIT_KINDS.find((each) => each === kind)
    if (!known) return []
    const actor = actorId === null ? null : asUserId(actorId)
    return [{ id, at: at.getTime(), actorId: actor, kind: known, detail: textsOf(detail) }]
  })
}

function textsOf(detail: unknown): Readonly<Record<string, string>> {
  if (typeof detail !== 'object' || detail === null) return {}
  return Object.fromEntries(
    Object.entries(detail).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}
