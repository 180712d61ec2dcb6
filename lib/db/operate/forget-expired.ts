import 'server-only'
import { DAY_MS } from '../../kernel/duration'
import { database } from '../connection/client'

// A message is sent once a day or once a week, so its record is needed no longer than this.
const SENT_KEPT_MS = 60 * DAY_MS
const READ_KEPT_MS = 90 * DAY_MS
const UNREAD_KEPT_MS = 365 * DAY_MS
const INVITATIONS_KEPT_MS = 365 * DAY_MS

/**
 * Deletes what nobody needs any more: records of sent messages, old notifications, sign-in sessions
 * and links for a new password that have ended, counts of attempts that no longer count, and
 * invitations that expired a year ago. Harmless when repeated.
 */
export async function forgetExpired(now: number): Promise<void> {
  const db = database()
  const before = (kept: number) => ({ lt: new Date(now - kept) })
  await db.sentMessage.deleteMany({ where: { at: before(SENT_KEPT_MS) } })
  await db.notification.deleteMany({
    where: {
      OR: [{ readAt: { not: null }, at: before(READ_KEPT_MS) }, { at: before(UNREAD_KEPT_MS) }],
    },
  })
  await db.session.deleteMany({ where: { expiresAt: before(0) } })
  await db.passwordLink.deleteMany({ where: { expiresAt: before(0) } })
  await db.signInThrottle.deleteMany({ where: { expire: { lt: now } } })
  await db.invitation.deleteMany({ where: { expiresAt: before(INVITATIONS_KEPT_MS) } })
}
