import 'server-only'
import { uuidv7 } from 'uuidv7'
import { type AuditEntry, type AuditKind, isAuditKind } from '../../audit/audit-entry'
import { asUserId, type UserId } from '../../kernel/ids'
import { currentRequest, currentWay } from '../../observe/current-request'
import { database } from '../connection/client'
import type { Prisma } from '../generated/client'

type Recorded = AuditEntry & { readonly at: number; readonly actorId: UserId | null }

/**
 * Writes one entry. Within `together` it is kept or lost with the change that it records. Where the act
 * came from is taken from the request under way.
 */
export const recordAudit = (event: Recorded): Promise<void> => recordAudits([event])

/** Writes one entry for each of several people, in one statement. */
export async function recordAudits(events: readonly Recorded[]): Promise<void> {
  const request = currentRequest()
  await database().auditEvent.createMany({
    data: events.map((event) => ({
      id: uuidv7(),
      at: new Date(event.at),
      actorId: event.actorId,
      subjectId: subjectOf(event.detail),
      kind: event.kind,
      detail: { ...event.detail },
      via: currentWay(),
      address: request?.address ?? null,
      requestId: request?.id ?? null,
    })),
  })
}

const subjectOf = (detail: AuditEntry['detail']): string | null => {
  const of = 'user' in detail ? detail.user : 'analyst' in detail ? detail.analyst : null
  return typeof of === 'string' ? of : null
}

/**
 * Takes the name, all addresses and all words about a person out of what was recorded, once the account
 * is deleted. Ids, kinds and times stay. The database does this itself, because the role of the
 * application may only add to the audit.
 */
export async function forgetPersonInAudit(
  tx: Prisma.TransactionClient,
  { id, name }: { readonly id: UserId; readonly name: string },
): Promise<void> {
  await tx.$executeRaw`SELECT steppe_forget_in_audit(${id}::uuid, ${name})`
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
      OR: [{ actorId: userId }, { subjectId: userId }],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take,
  })
  return rows.flatMap(({ id, at, actorId, kind, detail }) => {
    if (!isAuditKind(kind)) return []
    const actor = actorId === null ? null : asUserId(actorId)
    return [{ id, at: at.getTime(), actorId: actor, kind, detail: textsOf(detail) }]
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
