import 'server-only'
import type { UserId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
import { database } from '../connection/client'
import { Prisma } from '../generated/client'
import { isLastAdmin } from './last-admin'

/** What is not named stays. `email` is in lower case. */
export type AccountChange = {
  readonly name?: string
  readonly email?: string
  readonly role?: Role
}

/** `hasOther`: somebody else who can sign in instructs it too. */
export type InstructedCohort = { readonly name: string; readonly hasOther: boolean }

export type ChangedAccount =
  /** `left`: the cohorts that the person no longer instructs. */
  | { readonly kind: 'done'; readonly left: readonly InstructedCohort[] }
  | { readonly kind: 'last_admin' }
  | { readonly kind: 'email_taken' }

/**
 * Changes an account in one transaction. A new address ends the link for a new password, which was
 * sent to the old one, and open invitations for the old address become invitations for the new one.
 * A learner instructs no cohort, so these memberships end with the role.
 */
export async function changeUser(
  userId: UserId,
  change: AccountChange,
  now: number,
): Promise<ChangedAccount> {
  try {
    return await database().$transaction(async (tx) => {
      const { name, email, role } = change
      const demotes = role !== undefined && role !== 'admin'
      if (demotes && (await isLastAdmin(tx, userId))) return { kind: 'last_admin' }
      if (email !== undefined) await changeAddress(tx, userId, email, now)
      await tx.user.update({
        where: { id: userId },
        data: { ...(name !== undefined && { name }), ...(role !== undefined && { role }) },
      })
      return { kind: 'done', left: role === 'learner' ? await leaveInstructing(tx, userId) : [] }
    })
  } catch (error) {
    if (isTakenAddress(error)) return { kind: 'email_taken' }
    throw error
  }
}

/** P2002: the address is unique, whoever else writes it at the same time. */
const isTakenAddress = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

async function changeAddress(
  tx: Prisma.TransactionClient,
  userId: UserId,
  email: string,
  now: number,
): Promise<void> {
  const before = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
  if (before.email === email) return
  await tx.user.update({ where: { id: userId }, data: { email } })
  await tx.passwordLink.deleteMany({ where: { userId } })
  await tx.invitation.updateMany({
    where: {
      email: before.email,
      revokedAt: null,
      usesLeft: { gt: 0 },
      expiresAt: { gt: new Date(now) },
    },
    data: { email },
  })
}

async function leaveInstructing(
  tx: Prisma.TransactionClient,
  userId: UserId,
): Promise<readonly InstructedCohort[]> {
  const cohorts = await cohortsInstructedIn(tx, userId)
  await tx.membership.deleteMany({ where: { userId, role: 'instructor' } })
  return cohorts
}

/** The cohorts that this person instructs and that are not archived, by name. */
export const instructedCohorts = (userId: UserId): Promise<readonly InstructedCohort[]> =>
  cohortsInstructedIn(database(), userId)

async function cohortsInstructedIn(
  tx: Prisma.TransactionClient,
  userId: UserId,
): Promise<readonly InstructedCohort[]> {
  const rows = await tx.cohort.findMany({
    where: { archivedAt: null, memberships: { some: { userId, role: 'instructor' } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      name: true,
      memberships: {
        where: { role: 'instructor', userId: { not: userId }, user: { disabledAt: null } },
        select: { userId: true },
        take: 1,
      },
    },
  })
  return rows.map(({ name, memberships }) => ({ name, hasOther: memberships.length > 0 }))
}
