import 'server-only'
import { headers } from 'next/headers'
import { getToken } from 'next-auth/jwt'
import { asSessionId, type SessionId } from '../kernel/ids'
import { checkSession } from '../server/people/sessions'
import type { LearnerScope } from '../server/scope'
import { currentCookies } from './current-cookies'

/**
 * The sign-in session that this request's cookie names, and its person, read from the database in one
 * statement; null when it names none. The cookie is only read: next-auth's own auth() would encode it
 * again for every answer, and would take a database that does not answer for somebody who is not
 * signed in.
 */
export async function signedIn(): Promise<{
  readonly scope: LearnerScope
  readonly sessionId: SessionId
} | null> {
  const { cookies } = await currentCookies()
  const cookie = (await headers()).get('cookie') ?? ''
  const token = await getToken({
    req: { headers: { cookie } },
    cookieName: cookies.sessionToken.name,
    secret: process.env.AUTH_SECRET ?? '',
  })
  if (typeof token?.sid !== 'string') return null
  const sessionId = asSessionId(token.sid)
  const scope = await checkSession({ sessionId, now: Date.now() })
  return scope && { scope, sessionId }
}
