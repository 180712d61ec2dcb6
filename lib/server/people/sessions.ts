import 'server-only'
import { uuidv7 } from 'uuidv7'
import { addressForm } from '../../account/address'
import { passwordMatches } from '../../credentials/password'
import { countAttempt, forgetAttempts } from '../../db/connection/throttle'
import { readSession } from '../../db/people/session-user'
import { deleteSession, insertSession } from '../../db/people/sessions'
import { findLogin } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { asSessionId, type SessionId, type UserId } from '../../kernel/ids'
import { type LearnerScope, learnerScope } from '../scope'
import { SESSION_IDLE_MS, sessionScope } from '../session-scope'
import { assertMayTry } from './assert-may-try'

/**
 * Throws wrong_credentials or too_many_attempts, the same whether or not the address exists, and
 * not_allowed for the right password of a disabled account.
 */
export async function verifyCredentials(input: {
  email: string
  password: string
}): Promise<UserId> {
  const email = addressForm(input.email)
  await assertMayTry(email)
  const login = await findLogin(email)
  if (!(await passwordMatches(login?.passwordHash ?? null, input.password)) || !login) {
    await countAttempt('sign-in', email)
    throw new AppError('wrong_credentials', 'The address or the password is wrong. Try again.')
  }
  await forgetAttempts('sign-in', email)
  // Said only to somebody who knows the password.
  return learnerScope(login.user).user.id
}

export async function openSession({
  userId,
  now,
}: {
  userId: UserId
  now: number
}): Promise<SessionId> {
  const id = asSessionId(uuidv7())
  await insertSession({ id, userId, createdAt: now, expiresAt: now + SESSION_IDLE_MS })
  return id
}

/** The person of a session, or null if it has ended. */
export async function checkSession({
  sessionId,
  now,
}: {
  sessionId: SessionId
  now: number
}): Promise<LearnerScope | null> {
  const read = await readSession(sessionId, now)
  if (!read) return null
  return { ...(await sessionScope(sessionId, read, now)), unread: read.unread }
}

export const closeSession = ({ sessionId }: { sessionId: SessionId }): Promise<void> =>
  deleteSession(sessionId)
