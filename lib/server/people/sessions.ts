import 'server-only'
import { randomBytes } from 'node:crypto'
import { addressForm } from '../../account/address'
import { type Budget, forgetAttempts } from '../../db/connection/throttle'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { readSession } from '../../db/people/session-user'
import { deleteSession, insertSession, renameSession } from '../../db/people/sessions'
import { findLogin } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { asSessionId, type SessionId, type UserId } from '../../kernel/ids'
import { type LearnerScope, learnerScope } from '../scope'
import { SESSION_IDLE_MS, sessionScope } from '../session-scope'
import { knownDevice } from './known-device'
import { provePassword } from './prove-password'

/** Where a request to sign in comes from. Nulls for one that no browser sent. */
export type Visitor = {
  /** The address of the client, as the edge of the web server knows it. */
  readonly address: string | null
  /** What the browser keeps of those who have signed in there before. */
  readonly deviceNote: string | null
}

/**
 * Throws wrong_credentials or too_many_attempts, the same whether or not the address exists, and
 * not_allowed for the right password of a disabled account.
 */
export async function verifyCredentials(
  input: { readonly email: string; readonly password: string },
  visitor: Visitor = NOBODY_KNOWN,
): Promise<UserId> {
  const email = addressForm(input.email)
  const login = await findLogin(email)
  const budgets = budgetsFor(email, login?.user.id ?? null, visitor)
  const matches = await provePassword(budgets, login?.passwordHash ?? null, input.password)
  if (!matches || !login) {
    throw new AppError('wrong_credentials', 'The address or the password is wrong. Try again.')
  }
  // The owner is here, so the mistakes before do not count any more. Those of others elsewhere do.
  for (const [what, whom] of budgets) {
    if (what !== 'sign-in-from') await forgetAttempts(what, whom)
  }
  // Said only to somebody who knows the password.
  return learnerScope(login.user).user.id
}

const NOBODY_KNOWN: Visitor = { address: null, deviceNote: null }

/**
 * Every stranger who guesses counts against the account and against their own address. A browser that
 * the account knows counts against itself alone.
 */
function budgetsFor(email: string, userId: UserId | null, visitor: Visitor): readonly Budget[] {
  const secret = process.env.AUTH_SECRET ?? ''
  const device = userId && knownDevice(visitor.deviceNote, userId, secret)
  if (device) return [['sign-in-device', `${userId} ${device}`]]
  return [
    ['sign-in', email],
    ...(visitor.address === null ? [] : [['sign-in-from', visitor.address] as const]),
  ]
}

/**
 * `restricted`: it opens nothing but the page on which the person sets up a second factor. `withCode`:
 * the second factor was asked for. `withProvider`: the sign-in provider says who it is. `replaces`: the
 * session that this browser had, which ends, whoever's it was.
 */
export async function openSession({
  userId,
  now,
  browser = '',
  address = null,
  restricted = false,
  withCode = false,
  withProvider = false,
  replaces = null,
}: {
  userId: UserId
  now: number
  browser?: string
  address?: string | null
  restricted?: boolean
  withCode?: boolean
  withProvider?: boolean
  replaces?: SessionId | null
}): Promise<SessionId> {
  const id = newSessionId()
  const expiresAt = now + SESSION_IDLE_MS
  const byPassword = restricted ? 'password, to set up a second factor' : 'password'
  const how = withProvider ? 'oidc' : withCode ? 'password and code' : byPassword
  const detail = { user: userId, how }
  await together(async () => {
    if (replaces !== null) await closeSession({ sessionId: replaces, now })
    await insertSession({ id, userId, createdAt: now, expiresAt, browser, address, restricted })
    await recordAudit({ at: now, actorId: userId, kind: 'signed_in', detail })
  })
  return id
}

/** 128 random bits. The column holds a UUID, which has this form; nothing reads more from it. */
function newSessionId(): SessionId {
  const hex = randomBytes(16).toString('hex')
  return asSessionId(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'))
}

/**
 * Whoever has just proved again who they are goes on under a new id, so that one that was copied before
 * opens nothing more. Null when the session has ended.
 */
export async function renewSession(sessionId: SessionId): Promise<SessionId | null> {
  const id = newSessionId()
  return (await renameSession(sessionId, id)) ? id : null
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
  const { unread, examRuns, courses } = read
  return { ...(await sessionScope(sessionId, read, now)), unread, examRuns, courses }
}

/** Ends a sign-in session. Harmless for one that has ended. */
export async function closeSession(input: { sessionId: SessionId; now: number }): Promise<void> {
  await together(async () => {
    const userId = await deleteSession(input.sessionId)
    if (userId === null) return
    const detail = { user: userId }
    await recordAudit({ at: input.now, actorId: userId, kind: 'signed_out', detail })
  })
}
