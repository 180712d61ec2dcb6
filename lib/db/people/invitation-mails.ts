import 'server-only'
import { asInvitationId, type InvitationId } from '../../kernel/ids'
import { database } from '../connection/client'

/** An invitation whose link is to be sent by mail. Instants in ms. */
export type InvitationToSend = {
  readonly id: InvitationId
  readonly email: string
  readonly name: string
  readonly cohortName: string
  readonly byName: string
  readonly createdAt: number
  readonly expiresAt: number
}

const open = (now: number) => ({
  mail: 'waiting',
  usesLeft: { gt: 0 },
  revokedAt: null,
  expiresAt: { gt: new Date(now) },
  cohort: { archivedAt: null },
})

/** The oldest first. */
export async function invitationsToSend(
  now: number,
  take: number,
): Promise<readonly InvitationToSend[]> {
  const rows = await database().invitation.findMany({
    where: { ...open(now), email: { not: null } },
    include: { cohort: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take,
  })
  const makers = await database().user.findMany({
    where: { id: { in: rows.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  })
  return rows.flatMap(({ id, email, name, cohort, createdById, createdAt, expiresAt }) =>
    email === null || cohort === null
      ? []
      : [
          {
            ...{ id: asInvitationId(id), email, name: name ?? '', cohortName: cohort.name },
            byName: makers.find((maker) => maker.id === createdById)?.name ?? 'An instructor',
            createdAt: createdAt.getTime(),
            expiresAt: expiresAt.getTime(),
          },
        ],
  )
}

/** A new code in place of the one that nobody knows. False when it can no longer be used. */
export async function replaceCode(
  id: InvitationId,
  codeHash: string,
  now: number,
): Promise<boolean> {
  const { count } = await database().invitation.updateMany({
    where: { id, ...open(now) },
    data: { codeHash },
  })
  return count === 1
}

export async function markMailed(
  id: InvitationId,
  { fault, now }: { readonly fault: string | null; readonly now: number },
): Promise<void> {
  const data =
    fault === null
      ? { mail: 'sent', mailedAt: new Date(now), mailFault: null }
      : { mail: 'failed', mailFault: fault.slice(0, 300) }
  await database().invitation.updateMany({ where: { id, mail: 'waiting' }, data })
}
