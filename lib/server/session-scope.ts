import 'server-only'
import type { SessionReading } from '../db/people/session-user'
import { touchLastSeen } from '../db/people/sessions'
import { MINUTE_MS } from '../kernel/duration'
import { type LearnerScope, learnerScope } from './scope'

const LAST_SEEN_STEP_MS = MINUTE_MS

/** The scope of a session that holds. Records, at most once a minute, when its person was last seen. */
export async function sessionScope(
  { user, newest }: SessionReading,
  now: number,
): Promise<LearnerScope> {
  if (now - (user.lastSeenAt ?? 0) > LAST_SEEN_STEP_MS) await touchLastSeen(user.id, now)
  return learnerScope(user, newest)
}
