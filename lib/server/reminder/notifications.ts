import 'server-only'
import {
  markNotificationsRead,
  type Notification,
  notificationsOf,
  unreadNotifications,
} from '../../db/reminder/notifications'
import type { UserId } from '../../kernel/ids'
import { actor } from '../access'

const SHOWN = 50

/** The latest 50, newest first. Throws not_allowed. */
export async function loadNotifications({ userId }: { userId: UserId }): Promise<Notification[]> {
  const user = await actor(userId)
  return notificationsOf(user.id, SHOWN)
}

export function countUnread({ userId }: { userId: UserId }): Promise<number> {
  return unreadNotifications(userId)
}

/** All that had come by `until` (ms). Throws not_allowed. */
export async function readNotifications(input: {
  userId: UserId
  until: number
  now: number
}): Promise<void> {
  const user = await actor(input.userId)
  await markNotificationsRead(user.id, input.until, input.now)
}
