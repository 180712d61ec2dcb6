import 'server-only'
import { getToken } from 'next-auth/jwt'
import { asUserId } from '../kernel/ids'
import type { SessionClaim } from '../server/session-claim'
import { cookiesOf } from './current-cookies'
import { rememberedDecode } from './remembered-decode'
import { idNow } from './renew-session'

/**
 * The sign-in session that the cookie of a request names; null when there is none. The cookie is
 * only read: next-auth's own auth() would encode it again for every answer, and would take a database
 * that does not answer for somebody who is not signed in.
 */
export async function sessionClaim(headers: {
  readonly get: (name: string) => string | null
}): Promise<SessionClaim | null> {
  const { cookies } = cookiesOf(headers)
  const token = await getToken({
    req: { headers: { cookie: headers.get('cookie') ?? '' } },
    cookieName: cookies.sessionToken.name,
    secret: process.env.AUTH_SECRET ?? '',
    decode: rememberedDecode,
  })
  if (typeof token?.sid !== 'string' || token.sub === undefined) return null
  return { sessionId: idNow(token.sid), userId: asUserId(token.sub) }
}
