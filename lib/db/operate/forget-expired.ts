import 'server-only'
import { DAY_MS } from '../../kernel/duration'
import { database } from '../connection/client'

// A message is sent once a day or once a week, so its record is needed no longer than this.
const SENT_KEPT_MS = 60 * DAY_MS
const READ_KEPT_MS = 90 * DAY_MS
const UNREAD_KEPT_MS = 365 * DAY_MS
const INVITATIONS_KEPT_MS = 365 * DAY_MS
// It is undone within a minute, and a form that is sent again comes within hours.
const STEPS_KEPT_MS = DAY_MS
// The oldest backup that is kept is a year old.
const BACKUPS_NOTED_MS = 400 * DAY_MS

/**
 * Deletes what nobody needs any more: records of sent messages, old notifications, sign-in sessions
 * and links for a new password that have ended, counts of attempts that no longer count,
 * invitations that expired a year ago, what acts on several analysts changed, and notes of backups that
 * are long deleted. Harmless when repeated.
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
  await db.actStep.deleteMany({ where: { at: before(STEPS_KEPT_MS) } })
  await db.backupRun.deleteMany({ where: { startedAt: before(BACKUPS_NOTED_MS) } })
}
