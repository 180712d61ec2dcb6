import 'server-only'
import { recordAudit } from '../../db/people/audit'
import { countSessions, deleteOtherSessions } from '../../db/people/sessions'
import type { SessionId } from '../../kernel/ids'
import type { LearnerScope } from '../scope'

/** In how many other browsers the person is signed in. */
export const countOtherSessions = async (
  { user }: LearnerScope,
  { now }: { now: number },
): Promise<number> => Math.max(0, (await countSessions(user.id, now)) - 1)

/** Ends all sign-in sessions of the person except `keep`; for a lost phone or a shared computer. */
export async function endOtherSessions(
  { user }: LearnerScope,
  { keep, now }: { keep: SessionId; now: number },
): Promise<number> {
  const ended = await deleteOtherSessions(user.id, keep, now)
  const detail = { user: user.id, sessions: ended }
  await recordAudit({ at: now, actorId: user.id, kind: 'sessions_ended', detail })
  return ended
}
