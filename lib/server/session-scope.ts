import 'server-only'
import type { SessionReading } from '../db/people/session-user'
import { prolongSession, touchLastSeen } from '../db/people/sessions'
import { DAY_MS, MINUTE_MS } from '../kernel/duration'
import type { SessionId } from '../kernel/ids'
import { type LearnerScope, learnerScope } from './scope'

/** A session ends when its browser has sent nothing for so long, and after so long in any case. */
export const SESSION_IDLE_MS = 30 * DAY_MS
export const SESSION_LONGEST_MS = 180 * DAY_MS

const LAST_SEEN_STEP_MS = MINUTE_MS
const PROLONGED_STEP_MS = DAY_MS

/**
 * The scope of a session that holds. Records when its person was last seen, at most once a minute, and
 * lets the session end later, at most once a day. The cookie lasts as long as a session can, so it is
 * never written anew.
 */
export async function sessionScope(
  id: SessionId,
  { user, newest, session }: SessionReading,
  now: number,
): Promise<LearnerScope> {
  const latest = Math.min(now + SESSION_IDLE_MS, session.createdAt + SESSION_LONGEST_MS)
  if (latest - session.expiresAt >= PROLONGED_STEP_MS) await prolongSession(id, latest)
  const seen = Math.min(user.lastSeenAt ?? 0, session.lastSeenAt)
  if (now - seen > LAST_SEEN_STEP_MS) await touchLastSeen(id, user.id, now)
  return learnerScope(user, newest)
}
