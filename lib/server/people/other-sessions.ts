import 'server-only'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import {
  countSessions,
  deleteOtherSessions,
  deleteSessionOf,
  type SignInSession,
  sessionsOf,
} from '../../db/people/sessions'
import { AppError } from '../../kernel/app-error'
import { isUuid, type SessionId, type UserId } from '../../kernel/ids'
import type { LearnerScope } from '../scope'
import { type AccountKeeper, accountOf, keeperId } from './account-keeper'

export type { SignInSession }

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
  return together(async () => {
    const ended = await deleteOtherSessions(user.id, keep, now)
    const detail = { user: user.id, sessions: ended }
    await recordAudit({ at: now, actorId: user.id, kind: 'sessions_ended', detail })
    return ended
  })
}

/** The person's sign-in sessions, the one used last first. */
export const listOwnSessions = (
  { user }: LearnerScope,
  { now }: { now: number },
): Promise<readonly SignInSession[]> => sessionsOf(user.id, now)

/** Ends one of one's own sign-in sessions. Throws not_found. */
export async function endOwnSession(
  { user }: LearnerScope,
  { sessionId, now }: { sessionId: SessionId; now: number },
): Promise<void> {
  await endOne(user.id, sessionId, { actorId: user.id, now })
}

/** The sign-in sessions of somebody else's account. Throws not_found. */
export async function listSessions(
  keeper: AccountKeeper,
  { userId, now }: { userId: UserId; now: number },
): Promise<readonly SignInSession[]> {
  return sessionsOf((await accountOf(keeper, userId)).id, now)
}

/** Ends one sign-in session of somebody else. Throws not_found. */
export async function endSession(
  keeper: AccountKeeper,
  { userId, sessionId, now }: { userId: UserId; sessionId: SessionId; now: number },
): Promise<void> {
  const { id } = await accountOf(keeper, userId)
  await endOne(id, sessionId, { actorId: keeperId(keeper), now })
}

async function endOne(
  userId: UserId,
  sessionId: SessionId,
  { actorId, now }: { actorId: UserId | null; now: number },
): Promise<void> {
  if (!isUuid(sessionId) || !(await deleteSessionOf(userId, sessionId))) {
    throw new AppError('not_found', 'This sign-in session has already ended. Nothing was changed.')
  }
  await recordAudit({ at: now, actorId, kind: 'session_ended', detail: { user: userId } })
}
