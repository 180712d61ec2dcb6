import { redirectTo } from '@/app/_http/redirect-to'
import { beginAtProvider, intendsToLink } from '@/lib/auth/provider-sign-in'
import { requireSession } from '@/lib/auth/scopes'

/** Sends somebody to the sign-in provider to link the account there, once the password was given. */
export async function GET(): Promise<Response> {
  const { sessionId } = await requireSession('GET /settings/provider')
  const to = (await intendsToLink(sessionId))
    ? await beginAtProvider({ kind: 'link', sessionId }, '/settings')
    : '/settings'
  return redirectTo(to)
}
