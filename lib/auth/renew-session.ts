import 'server-only'
import { cookies } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { asSessionId, type SessionId, type UserId } from '../kernel/ids'
import { currentRequest } from '../observe/current-request'
import { renewSession } from '../server/people/sessions'
import { SESSION_LONGEST_MS } from '../server/session-scope'
import { currentCookies } from './current-cookies'

/**
 * After the password or a second factor was proved again: the sign-in session of this browser goes on under
 * a new id, which is given back. Call this from an action.
 */
export async function renewOwnSession(viewer: {
  readonly sessionId: SessionId
  readonly userId: UserId
}): Promise<SessionId> {
  const renewed = await renewSession(viewer.sessionId)
  if (renewed === null) return viewer.sessionId
  const { name, options } = (await currentCookies()).cookies.sessionToken
  const maxAge = SESSION_LONGEST_MS / 1000
  const secret = process.env.AUTH_SECRET ?? ''
  const token = { sub: viewer.userId, sid: renewed }
  const jar = await cookies()
  jar.set(name, await encode({ token, secret, salt: name, maxAge }), { ...options, maxAge })
  const request = currentRequest()
  if (request) request.renewed = { from: viewer.sessionId, to: renewed }
  return renewed
}

/** Next shows the page again in the answer to an action, and still with the cookie that came. */
export function idNow(inCookie: string): SessionId {
  const renewed = currentRequest()?.renewed
  return asSessionId(renewed?.from === inCookie ? renewed.to : inCookie)
}

/** Whether the request under way has given its session a new id. */
export const wasRenewed = (): boolean => currentRequest()?.renewed !== undefined
