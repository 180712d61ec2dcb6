import 'server-only'
import { asSessionId, asUserId, type SessionId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import { toUser, type User } from './users'

/** Longer names of browsers say nothing more. */
const MOST_OF_BROWSER = 400

export async function insertSession(session: {
  id: SessionId
  userId: UserId
  createdAt: number
  expiresAt: number
  browser?: string
  address?: string | null
  restricted?: boolean
}): Promise<void> {
  await database().session.create({
    data: {
      id: session.id,
      userId: session.userId,
      createdAt: new Date(session.createdAt),
      expiresAt: new Date(session.expiresAt),
      lastSeenAt: new Date(session.createdAt),
      browser: (session.browser ?? '').slice(0, MOST_OF_BROWSER),
      address: session.address ?? null,
      restricted: session.restricted ?? false,
    },
  })
}

/** Harmless for a session that was ended meanwhile. */
export async function prolongSession(id: SessionId, expiresAt: number): Promise<void> {
  await database().session.updateMany({
    where: { id },
    data: { expiresAt: new Date(expiresAt) },
  })
}

/** Of the person and of the session, in one statement. */
export async function touchLastSeen(id: SessionId, userId: UserId, now: number): Promise<void> {
  const at = new Date(now).toISOString()
  await database().$executeRaw`
    WITH touched AS (
      UPDATE "Session" SET "lastSeenAt" = ${at}::timestamptz WHERE "id" = ${id}::uuid)
    UPDATE "User" SET "lastSeenAt" = ${at}::timestamptz WHERE "id" = ${userId}::uuid`
}

export type SignInSession = {
  readonly id: SessionId
  readonly createdAt: number
  readonly lastSeenAt: number
  /** What the browser called itself; empty when that is not known. */
  readonly browser: string
  readonly address: string | null
}

/** Those of a person that hold, the one used last first. */
export async function sessionsOf(userId: UserId, now: number): Promise<SignInSession[]> {
  const rows = await database().session.findMany({
    where: { userId, expiresAt: { gt: new Date(now) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  return rows
    .map((row) => ({
      id: asSessionId(row.id),
      createdAt: row.createdAt.getTime(),
      lastSeenAt: (row.lastSeenAt ?? row.createdAt).getTime(),
      browser: row.browser,
      address: row.address,
    }))
    .toSorted((a, b) => b.lastSeenAt - a.lastSeenAt)
}

/** False when this person has no such session. */
export async function deleteSessionOf(userId: UserId, id: SessionId): Promise<boolean> {
  const { count } = await database().session.deleteMany({ where: { id, userId } })
  return count === 1
}

/** False when there is no such session. */
export async function renameSession(from: SessionId, to: SessionId): Promise<boolean> {
  const { count } = await database().session.updateMany({ where: { id: from }, data: { id: to } })
  return count === 1
}

/** From now on the session opens everything. */
export async function liftRestriction(id: SessionId): Promise<void> {
  await database().session.updateMany({ where: { id }, data: { restricted: false } })
}

/** The person of a session that opens nothing but the page for a second factor. */
export async function findRestricted(id: SessionId, now: number): Promise<User | null> {
  const row = await database().session.findFirst({
    where: { id, restricted: true, expiresAt: { gt: new Date(now) }, user: { disabledAt: null } },
    include: { user: true },
  })
  return row && toUser(row.user)
}

/** Whose it was; null when it had ended. */
export async function deleteSession(id: SessionId): Promise<UserId | null> {
  const session = await database().session.findUnique({ where: { id }, select: { userId: true } })
  const { count } = await database().session.deleteMany({ where: { id } })
  return session && count > 0 ? asUserId(session.userId) : null
}

/** How many were ended. */
export async function deleteOtherSessions(
  userId: UserId,
  keep: SessionId,
  now: number,
): Promise<number> {
  const { count } = await database().session.deleteMany({
    where: { userId, id: { not: keep }, expiresAt: { gt: new Date(now) } },
  })
  return count
}

export const countSessions = (userId: UserId, now: number): Promise<number> =>
  database().session.count({ where: { userId, expiresAt: { gt: new Date(now) } } })
