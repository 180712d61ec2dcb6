import 'server-only'
import { isUuid, type SessionId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import { toUser, type User } from './users'

export async function insertSession(session: {
  id: SessionId
  userId: UserId
  createdAt: number
  expiresAt: number
}): Promise<void> {
  await database().session.create({
    data: {
      id: session.id,
      userId: session.userId,
      createdAt: new Date(session.createdAt),
      expiresAt: new Date(session.expiresAt),
    },
  })
}

/** The session's person, or null when it was ended, has expired, or the account is disabled. */
export async function findSessionUser(id: SessionId, now: number): Promise<User | null> {
  if (!isUuid(id)) return null
  const row = await database().session.findUnique({ where: { id }, include: { user: true } })
  if (!row || row.expiresAt.getTime() <= now || row.user.disabledAt) return null
  return toUser(row.user)
}

export async function touchLastSeen(userId: UserId, now: number): Promise<void> {
  await database().user.update({ where: { id: userId }, data: { lastSeenAt: new Date(now) } })
}

export async function deleteSession(id: SessionId): Promise<void> {
  await database().session.deleteMany({ where: { id } })
}

export async function deleteOtherSessions(userId: UserId, keep: SessionId): Promise<void> {
  await database().session.deleteMany({ where: { userId, id: { not: keep } } })
}
