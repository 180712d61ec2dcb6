import 'server-only'
import { randomUUID } from 'node:crypto'
import { type Deletion, FORMER_ACCOUNT, type Holdings } from '../../account/deletion'
import type { UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import { attemptKeys } from '../connection/throttle'
import { Prisma } from '../generated/client'
import { revokeInvitationsBy } from './account-access'
import { instructedCohorts } from './account-changes'
import { forgetPersonInAudit } from './audit'
import { isLastAdmin } from './last-admin'
import { LOG_TABLES, personalTables } from './personal-tables'

/** The counts that somebody should know before an account is deleted. */
export async function holdingsOf(userId: UserId): Promise<Holdings> {
  const db = database()
  const [answers, examAttempts, certificates, instructed] = await Promise.all([
    db.reviewEvent.count({ where: { userId } }),
    db.examAttempt.count({ where: { userId } }),
    db.examAttempt.count({ where: { userId, ...VALID } }),
    instructedCohorts(userId),
  ])
  const cohortsLeftAlone = instructed.flatMap(({ name, hasOther }) => (hasOther ? [] : [name]))
  return { answers, examAttempts, certificates, cohortsLeftAlone }
}

const VALID = { code: { not: null }, revokedAt: null } as const

type Tx = Prisma.TransactionClient

/**
 * Deletes an account in one transaction. `last-admin`: nobody else could administer the
 * installation, so nothing is written. Two deletions at once are told apart by the lock on the
 * administrators.
 */
export async function deleteAccount(
  userId: UserId,
  { mode, certificates }: Deletion,
  now: number,
): Promise<'deleted' | 'no-account' | 'last-admin'> {
  const tables = await personalTables()
  return database().$transaction(async (tx) => {
    const isLast = await isLastAdmin(tx, userId)
    const user = await tx.user.findUnique({ where: { id: userId } })
    if (!user || user.deletedAt) return 'no-account'
    if (isLast) return 'last-admin'

    if (certificates === 'revoke') {
      const revokedAt = new Date(now)
      await tx.examAttempt.updateMany({ where: { userId, ...VALID }, data: { revokedAt } })
    } else {
      const data = { holderName: user.name, holderZone: user.zone }
      await tx.examAttempt.updateMany({ where: { userId, ...VALID }, data })
    }
    await forgetAddress(tx, user.email)
    await revokeInvitationsBy(tx, userId, now)
    switch (mode) {
      case 'anonymise':
        await empty(
          tx,
          userId,
          tables.filter((table) => !LOG_TABLES.includes(table)),
        )
        await tx.examAttempt.deleteMany({ where: { userId, result: { equals: Prisma.DbNull } } })
        await tx.user.update({ where: { id: userId }, data: withoutIdentity(now) })
        break
      case 'erase':
        await empty(
          tx,
          userId,
          tables.filter((table) => table !== 'ExamAttempt' && table !== 'ReviewEvent'),
        )
        await detachCertificates(tx, userId)
        await empty(tx, userId, ['ExamAttempt'])
        await tx.user.delete({ where: { id: userId } })
        // The role of the application may not delete from the log. Only that of an account which is
        // gone can be erased, and the database sees to that.
        await tx.$executeRaw`SELECT steppe_erase_log(${userId}::uuid)`
        break
    }
    await forgetPersonInAudit(tx, { id: userId, name: user.name })
    return 'deleted'
  }, PATIENCE)
}

/** A long log takes a while. */
const PATIENCE = { timeout: 120_000, maxWait: 30_000 }

async function empty(tx: Tx, userId: UserId, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const name = Prisma.raw(`"${table.replaceAll('"', '""')}"`)
    await tx.$executeRaw`DELETE FROM ${name} WHERE "userId" = ${userId}::uuid`
  }
}

/** The address is a place where nobody can receive mail (RFC 2606), and unique as the column is. */
const withoutIdentity = (now: number): Prisma.UserUpdateInput => ({
  name: FORMER_ACCOUNT,
  email: `${randomUUID()}@deleted.invalid`,
  passwordHash: null,
  role: 'learner',
  calendarHash: null,
  keys: {},
  dailyDigest: false,
  weeklySummary: false,
  lastSeenAt: null,
  disabledAt: new Date(now),
  deletedAt: new Date(now),
})

/** Personal invitations, and counts of attempts to sign in or to ask for a new password. */
async function forgetAddress(tx: Tx, email: string): Promise<void> {
  await tx.invitation.deleteMany({ where: { email } })
  await tx.signInThrottle.deleteMany({ where: { key: { in: attemptKeys(email) } } })
}

/**
 * What is left of an attempt with a certificate after an erasure: exam, result and code, under an id
 * that leads to nobody. A revoked certificate can so be checked as revoked.
 */
async function detachCertificates(tx: Tx, userId: UserId): Promise<void> {
  const held = await tx.examAttempt.findMany({
    where: { userId, code: { not: null } },
    select: { id: true },
  })
  for (const { id } of held) {
    await tx.$executeRaw`
      UPDATE "ExamAttempt" SET "userId" = ${randomUUID()}::uuid, "questions" = '[]',
        "result" = jsonb_set("result", '{outcomes}', '[]')
      WHERE "userId" = ${userId}::uuid AND "id" = ${id}::uuid`
  }
}
