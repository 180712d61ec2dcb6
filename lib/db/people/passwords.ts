import 'server-only'
import { asUserId, type SessionId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import type { Prisma } from '../generated/client'

/** Sets the password, ends every other sign-in session and the link for a new password. */
export async function updatePassword(
  userId: UserId,
  passwordHash: string,
  { keep }: { readonly keep: SessionId | null },
): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash } })
    await endWaysIn(tx, userId, keep)
  })
}

/** Ends the person's sign-in sessions, except `keep`, and the link for a new password. */
export async function endWaysIn(
  tx: Prisma.TransactionClient,
  userId: UserId,
  keep: SessionId | null = null,
): Promise<void> {
  await tx.session.deleteMany({ where: { userId, ...(keep && { id: { not: keep } }) } })
  await tx.passwordLink.deleteMany({ where: { userId } })
}

/** Replaces the link that this person had. */
export async function replacePasswordLink(
  userId: UserId,
  link: {
    readonly codeHash: string
    readonly createdAt: number
    readonly expiresAt: number
    readonly createdById: UserId | null
  },
): Promise<void> {
  const data = {
    ...link,
    createdAt: new Date(link.createdAt),
    expiresAt: new Date(link.expiresAt),
  }
  await database().passwordLink.upsert({
    where: { userId },
    create: { userId, ...data },
    update: data,
  })
}

export type PasswordLinkOwner = {
  readonly id: UserId
  readonly name: string
  readonly email: string
}

/** Whose link this is, if it can still be used: not expired, and the account not disabled. */
export async function findPasswordLinkOwner(
  codeHash: string,
  now: number,
): Promise<PasswordLinkOwner | null> {
  const row = await database().passwordLink.findFirst({
    where: { codeHash, expiresAt: { gt: new Date(now) }, user: { disabledAt: null } },
    select: { user: { select: { id: true, name: true, email: true } } },
  })
  return row && { ...row.user, id: asUserId(row.user.id) }
}

/** Until when (ms) this person has a link that can be used; null without one. */
export async function passwordLinkUntil(userId: UserId, now: number): Promise<number | null> {
  const row = await database().passwordLink.findUnique({ where: { userId } })
  const until = row?.expiresAt.getTime() ?? null
  return until !== null && until > now ? until : null
}

class LinkGone extends Error {}

/**
 * Uses the link up and sets the password, in one transaction. False when the link cannot be used;
 * nothing is changed then. Of several uses at once, one succeeds.
 */
export async function redeemPasswordLink(
  userId: UserId,
  codeHash: string,
  passwordHash: string,
  now: number,
): Promise<boolean> {
  try {
    await database().$transaction(async (tx) => {
      // The account first: whoever disables it locks the rows in the same order.
      const account = await tx.user.updateMany({
        where: { id: userId, disabledAt: null },
        data: { passwordHash },
      })
      const link = await tx.passwordLink.deleteMany({
        where: { userId, codeHash, expiresAt: { gt: new Date(now) } },
      })
      if (account.count + link.count < 2) throw new LinkGone()
      await endWaysIn(tx, userId)
    })
    return true
  } catch (error) {
    if (error instanceof LinkGone) return false
    throw error
  }
}
