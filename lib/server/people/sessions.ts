import 'server-only'
import { uuidv7 } from 'uuidv7'
import { addressForm } from '../../account/address'
import { passwordMatches } from '../../credentials/password'
import { countFailure, forgetFailures, secondsToWait } from '../../db/connection/throttle'
import { findSessionUser } from '../../db/people/session-user'
import { deleteSession, insertSession, touchLastSeen } from '../../db/people/sessions'
import { findLogin } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { DAY_MS, MINUTE_MS } from '../../kernel/duration'
import { asSessionId, type SessionId, type UserId } from '../../kernel/ids'
import { type LearnerScope, learnerScope } from '../scope'

export const SESSION_MS = 30 * DAY_MS
const LAST_SEEN_STEP_MS = MINUTE_MS

/**
 * Throws wrong_credentials or too_many_attempts. The error is the same whether or not the address
 * exists.
 */
export async function verifyCredentials(input: {
  email: string
  password: string
}): Promise<UserId> {
  const email = addressForm(input.email)
  const key = `sign-in:${email}`.slice(0, 255)
  const waitS = await secondsToWait(key)
  if (waitS > 0) {
    const minutes = Math.ceil(waitS / 60)
    throw new AppError(
      'too_many_attempts',
      `Too many attempts for this address. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
    )
  }
  const login = await findLogin(email)
  const usable = login && !login.user.disabled ? login.passwordHash : null
  if (!(await passwordMatches(usable, input.password)) || !login) {
    await countFailure(key)
    throw new AppError('wrong_credentials', 'The address or the password is wrong. Try again.')
  }
  await forgetFailures(key)
  return login.user.id
}

export async function openSession({
  userId,
  now,
}: {
  userId: UserId
  now: number
}): Promise<SessionId> {
  const id = asSessionId(uuidv7())
  await insertSession({ id, userId, createdAt: now, expiresAt: now + SESSION_MS })
  return id
}

/** The person of a session, or null if it has ended. Records when the person was last seen. */
export async function checkSession({
  sessionId,
  now,
}: {
  sessionId: SessionId
  now: number
}): Promise<LearnerScope | null> {
  const user = await findSessionUser(sessionId, now)
  if (!user) return null
  if (now - (user.lastSeenAt ?? 0) > LAST_SEEN_STEP_MS) await touchLastSeen(user.id, now)
  return learnerScope(user)
}

export const closeSession = ({ sessionId }: { sessionId: SessionId }): Promise<void> =>
  deleteSession(sessionId)
