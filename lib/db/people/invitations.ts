import 'server-only'
import {
  asCohortId,
  asInvitationId,
  asUserId,
  type CohortId,
  type InvitationId,
  type UserId,
} from '../../kernel/ids'
import { outranks, type Role } from '../../kernel/role'
import { database } from '../connection/client'
import type { Invitation as InvitationRow, Prisma } from '../generated/client'
import { type NewUser, newUserRow } from './users'

export type Invitation = {
  readonly id: InvitationId
  readonly role: Role
  readonly setup: boolean
  readonly cohortId: CohortId | null
  readonly createdById: UserId | null
  readonly createdAt: number
  readonly expiresAt: number
  readonly usesLeft: number
  /** Made for one person: only this address may use it. */
  readonly email: string | null
  readonly name: string | null
  /** What became of its mail; null for a link that somebody passes on. */
  readonly mail: InvitationMail | null
}

type InvitationMail = {
  readonly state: 'waiting' | 'sent' | 'failed'
  /** When it was sent (ms). */
  readonly at: number | null
  readonly fault: string | null
}

const toInvitation = (row: InvitationRow): Invitation => ({
  id: asInvitationId(row.id),
  role: row.role,
  setup: row.setup,
  cohortId: row.cohortId === null ? null : asCohortId(row.cohortId),
  createdById: row.createdById === null ? null : asUserId(row.createdById),
  createdAt: row.createdAt.getTime(),
  expiresAt: row.expiresAt.getTime(),
  usesLeft: row.usesLeft,
  email: row.email,
  name: row.name,
  mail: toMail(row),
})

function toMail({ mail, mailedAt, mailFault }: InvitationRow): InvitationMail | null {
  if (mail !== 'waiting' && mail !== 'sent' && mail !== 'failed') return null
  return { state: mail, at: mailedAt?.getTime() ?? null, fault: mailFault }
}

const usable = (now: number) =>
  ({
    usesLeft: { gt: 0 },
    revokedAt: null,
    expiresAt: { gt: new Date(now) },
    OR: [{ cohortId: null }, { cohort: { archivedAt: null } }],
  }) satisfies Prisma.InvitationWhereInput

export async function insertInvitation({
  mail: _,
  ...invitation
}: Invitation & { codeHash: string }): Promise<void> {
  await database().invitation.create({
    data: {
      ...invitation,
      createdAt: new Date(invitation.createdAt),
      expiresAt: new Date(invitation.expiresAt),
    },
  })
}

/** Many at once, in place of those that the same addresses had open in that cohort. */
export async function insertPersonalInvitations(
  cohortId: CohortId,
  invitations: readonly (Invitation & { codeHash: string; email: string })[],
  now: number,
): Promise<void> {
  const db = database()
  await db.$transaction([
    db.invitation.updateMany({
      where: { cohortId, email: { in: invitations.map(({ email }) => email) }, ...usable(now) },
      data: { revokedAt: new Date(now) },
    }),
    db.invitation.createMany({
      data: invitations.map(({ mail, ...invitation }) => ({
        ...invitation,
        mail: mail?.state ?? null,
        createdAt: new Date(invitation.createdAt),
        expiresAt: new Date(invitation.expiresAt),
      })),
    }),
  ])
}

/** An invitation that can still be used. */
export async function findUsableInvitation(
  codeHash: string,
  now: number,
): Promise<Invitation | null> {
  const row = await database().invitation.findFirst({ where: { codeHash, ...usable(now) } })
  return row && toInvitation(row)
}

export async function setupInvitationExists(codeHash: string): Promise<boolean> {
  return (await database().invitation.findFirst({ where: { codeHash, setup: true } })) !== null
}

const NEWEST_FIRST = [
  { createdAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.InvitationOrderByWithRelationInput[]

/** Usable invitations, newest first. Set-up links are not among them. */
export async function usableInvitations(
  now: number,
): Promise<(Invitation & { cohortName: string | null })[]> {
  const rows = await database().invitation.findMany({
    where: { ...usable(now), setup: false },
    include: { cohort: { select: { name: true } } },
    orderBy: NEWEST_FIRST,
  })
  return rows.map((row) => ({ ...toInvitation(row), cohortName: row.cohort?.name ?? null }))
}

/** Those into one cohort. */
export async function usableInvitationsInto(
  cohortId: CohortId,
  now: number,
): Promise<Invitation[]> {
  const rows = await database().invitation.findMany({
    where: { ...usable(now), setup: false, cohortId },
    orderBy: NEWEST_FIRST,
  })
  return rows.map(toInvitation)
}

export async function findInvitation(id: InvitationId): Promise<Invitation | null> {
  const row = await database().invitation.findUnique({ where: { id } })
  return row && toInvitation(row)
}

export async function markRevoked(id: InvitationId, now: number): Promise<void> {
  await database().invitation.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: new Date(now) },
  })
}

export async function unmarkRevoked(id: InvitationId): Promise<void> {
  await database().invitation.updateMany({ where: { id }, data: { revokedAt: null } })
}

/** Makes every earlier set-up link worthless: only the one printed last counts. */
export async function revokeSetupInvitations(now: number): Promise<void> {
  await database().invitation.updateMany({
    where: { setup: true, revokedAt: null },
    data: { revokedAt: new Date(now) },
  })
}

class Refused extends Error {
  constructor(readonly reason: 'invitation_invalid' | 'email_taken' | 'setup_done') {
    super(reason)
  }
}

export type Redeemed = 'done' | 'invitation_invalid' | 'email_taken' | 'setup_done'

// Uses are counted down in the transaction that uses them: the last place is given away once.
async function takeUse(tx: Prisma.TransactionClient, codeHash: string, now: number) {
  const { count } = await tx.invitation.updateMany({
    where: { codeHash, ...usable(now) },
    data: { usesLeft: { decrement: 1 } },
  })
  if (count === 0) throw new Refused('invitation_invalid')
  return toInvitation(await tx.invitation.findUniqueOrThrow({ where: { codeHash } }))
}

async function inTransaction(
  work: (tx: Prisma.TransactionClient) => Promise<void>,
): Promise<Redeemed> {
  try {
    await database().$transaction(work)
    return 'done'
  } catch (error) {
    if (error instanceof Refused) return error.reason
    throw error
  }
}

/** One transaction: takes a use, makes the account with the invitation's role, adds it to the cohort. */
export function redeemForNewUser(
  codeHash: string,
  user: Omit<NewUser, 'role'>,
  now: number,
): Promise<Redeemed> {
  return inTransaction(async (tx) => {
    const invitation = await takeUse(tx, codeHash, now)
    if (invitation.setup) {
      // Two people with the set-up link: the lock lets one of them be first.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(72707370)`
      if (await tx.user.findFirst({ select: { id: true } })) throw new Refused('setup_done')
    }
    const { count } = await tx.user.createMany({
      data: [newUserRow({ ...user, role: invitation.role })],
      skipDuplicates: true,
    })
    if (count === 0) throw new Refused('email_taken')
    await joinCohort(tx, invitation, user.id, now)
  })
}

/** The same for somebody who has an account: a higher role is given, a lower one takes nothing away. */
export function redeemForUser(
  codeHash: string,
  user: { id: UserId; role: Role },
  now: number,
): Promise<Redeemed> {
  return inTransaction(async (tx) => {
    const invitation = await takeUse(tx, codeHash, now)
    if (invitation.setup) throw new Refused('setup_done')
    if (outranks(invitation.role, user.role)) {
      await tx.user.update({ where: { id: user.id }, data: { role: invitation.role } })
    }
    await joinCohort(tx, invitation, user.id, now)
  })
}

async function joinCohort(
  tx: Prisma.TransactionClient,
  { cohortId, role }: Invitation,
  userId: UserId,
  now: number,
): Promise<void> {
  if (cohortId === null) return
  const roleInCohort = role === 'learner' ? 'learner' : 'instructor'
  await tx.membership.upsert({
    where: { userId_cohortId: { userId, cohortId } },
    create: { userId, cohortId, role: roleInCohort, joinedAt: new Date(now) },
    update: roleInCohort === 'instructor' ? { role: roleInCohort } : {},
  })
}
