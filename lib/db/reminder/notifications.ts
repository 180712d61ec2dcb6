import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { UserId } from '../../kernel/ids'
import { database } from '../connection/client'

/** Something to be said inside the app; `href`: where it can be acted on. */
export type Note = {
  readonly kind: 'digest' | 'summary' | 'reply' | 'message'
  readonly title: string
  readonly body: string
  readonly href: string
}

export type Notification = {
  readonly id: string
  readonly at: number
  readonly title: string
  readonly body: string
  readonly href: string | null
  readonly read: boolean
}

export async function insertNote(userId: UserId, at: number, note: Note): Promise<void> {
  await database().notification.create({
    data: { userId, id: uuidv7(), at: new Date(at), ...note },
  })
}

/** The same note for several people, with one id by which it is taken back. */
export async function insertNotes(
  userIds: readonly UserId[],
  { id, at, note }: { readonly id: string; readonly at: number; readonly note: Note },
): Promise<void> {
  await database().notification.createMany({
    data: userIds.map((userId) => ({ userId, id, at: new Date(at), ...note })),
    skipDuplicates: true,
  })
}

/** Takes back what `insertNotes` wrote, and returns how many had read it. */
export async function deleteNotes(userIds: readonly UserId[], id: string): Promise<number> {
  const where = { userId: { in: [...userIds] }, id }
  const read = await database().notification.count({ where: { ...where, readAt: { not: null } } })
  await database().notification.deleteMany({ where })
  return read
}

/** The latest, newest first. */
export async function notificationsOf(userId: UserId, take: number): Promise<Notification[]> {
  const rows = await database().notification.findMany({
    where: { userId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take,
  })
  return rows.map(({ id, at, title, body, href, readAt }) => ({
    id,
    title,
    body,
    href,
    at: at.getTime(),
    read: readAt !== null,
  }))
}

export function unreadNotifications(userId: UserId): Promise<number> {
  return database().notification.count({ where: { userId, readAt: null } })
}

/** Those that had come by `until` (ms): what came since was not on the page. */
export async function markNotificationsRead(
  userId: UserId,
  until: number,
  now: number,
): Promise<void> {
  await database().notification.updateMany({
    where: { userId, readAt: null, at: { lte: new Date(until) } },
    data: { readAt: new Date(now) },
  })
}
