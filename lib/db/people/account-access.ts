import 'server-only'
import type { UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import type { Prisma } from '../generated/client'
import { isLastAdmin } from './last-admin'
import { endWaysIn } from './passwords'

/**
 * Disables an account: its sign-in sessions and its link for a new password end, and the open
 * invitations that it made for whoever has the link are revoked. Invitations for one address stay,
 * because only that person can use them. `unchanged`: it was disabled before.
 */
export function markDisabled(
  userId: UserId,
  now: number,
): Promise<'done' | 'unchanged' | 'last_admin'> {
  return database().$transaction(async (tx) => {
    if (await isLastAdmin(tx, userId)) return 'last_admin'
    const { count } = await tx.user.updateMany({
      where: { id: userId, disabledAt: null },
      data: { disabledAt: new Date(now) },
    })
    if (count === 0) return 'unchanged'
    await endWaysIn(tx, userId)
    await revokeInvitationsBy(tx, userId, now)
    return 'done'
  })
}

const openInvitationsBy = (userId: UserId, now: number) => ({
  createdById: userId,
  email: null,
  revokedAt: null,
  usesLeft: { gt: 0 },
  expiresAt: { gt: new Date(now) },
})

/** Links for whoever has them, which somebody who left may still have. Those for one address stay. */
export async function revokeInvitationsBy(
  tx: Prisma.TransactionClient,
  userId: UserId,
  now: number,
): Promise<void> {
  const data = { revokedAt: new Date(now) }
  await tx.invitation.updateMany({ where: openInvitationsBy(userId, now), data })
}

/** How many invitations disabling this account would revoke. */
export const countInvitationsBy = (userId: UserId, now: number): Promise<number> =>
  database().invitation.count({ where: openInvitationsBy(userId, now) })

/**
 * `unchanged`: it was not disabled. A sign-in session that was opened at the moment of the disabling, after
 * its sessions had ended, ends here, so that none comes to life again.
 */
export function markEnabled(userId: UserId): Promise<'done' | 'unchanged'> {
  return database().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, disabledAt: { not: null }, deletedAt: null },
      data: { disabledAt: null },
    })
    if (count === 0) return 'unchanged'
    await endWaysIn(tx, userId)
    return 'done'
  })
}
