import 'server-only'
import type { SessionId, UserId } from '../../kernel/ids'
import { database } from '../connection/client'

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

/** Harmless for a session that was ended meanwhile. */
export async function prolongSession(id: SessionId, expiresAt: number): Promise<void> {
  await database().session.updateMany({
    where: { id },
    data: { expiresAt: new Date(expiresAt) },
  })
}

export async function touchLastSeen(userId: UserId, now: number): Promise<void> {
  await database().user.update({ where: { id: userId }, data: { lastSeenAt: new Date(now) } })
}

export async function deleteSession(id: SessionId): Promise<void> {
  await database().session.deleteMany({ where: { id } })
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
