import 'server-only'
import type { UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import type { Prisma } from '../generated/client'

/**
 * Whether this person is an administrator who can sign in and the only one. To be asked first in
 * every transaction that disables, demotes or deletes an account. The lock lets only one such
 * transaction run at a time, so two administrators who demote each other cannot both succeed.
 */
export async function isLastAdmin(tx: Prisma.TransactionClient, userId: UserId): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(72707371)`
  return isOnlyAdmin(userId, tx)
}

/** The same for a page, which only says so. */
export async function isOnlyAdmin(
  userId: UserId,
  tx: Prisma.TransactionClient = database(),
): Promise<boolean> {
  const admins = await tx.user.findMany({
    where: {
      role: 'admin',
      disabledAt: null,
      OR: [{ passwordHash: { not: null } }, { identities: { some: {} } }],
    },
    select: { id: true },
    take: 2,
    orderBy: { id: 'asc' },
  })
  return admins.length === 1 && admins[0]?.id === userId
}
