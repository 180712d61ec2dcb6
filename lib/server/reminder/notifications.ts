import 'server-only'
import {
  markNotificationsRead,
  type Notification,
  notificationsOf,
  unreadNotifications,
} from '../../db/reminder/notifications'
import type { LearnerScope } from '../scope'

const SHOWN = 50

/** The latest 50, newest first. */
export const loadNotifications = ({ user }: LearnerScope): Promise<Notification[]> =>
  notificationsOf(user.id, SHOWN)

export const countUnread = async ({ user, unread }: LearnerScope): Promise<number> =>
  unread ?? unreadNotifications(user.id)

/** Marks everything as read that had arrived by `until` (ms). */
export const readNotifications = (
  { user }: LearnerScope,
  { until, now }: { until: number; now: number },
): Promise<void> => markNotificationsRead(user.id, until, now)
