import { redirectTo } from '@/app/_http/redirect-to'
import { guardedCode } from '@/lib/auth/guarded-code'
import { beginAtProvider } from '@/lib/auth/provider-sign-in'
import { currentViewer } from '@/lib/auth/scopes'
import { isOwnPress } from '@/lib/origin/own-press'
import { passedOrigin } from '@/lib/origin/passed-origin'
import { describeInvitation } from '@/lib/server/people/describe-invitation'
import { firstPageFor } from '../_components/first-page'

type Context = { params: Promise<{ code: string }> }

/**
 * Sends an invited person who has pressed the button to the sign-in provider, to join with the account
 * there. Nobody joins because another site has led the browser here.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params
  const page = `/join/${encodeURIComponent(code)}`
  if (!isOwnPress(request.headers, passedOrigin(request.headers))) return redirectTo(page)
  const invitation = await guardedCode(() => describeInvitation({ code, now: Date.now() })).catch(
    () => null,
  )
  const to =
    invitation && !(await currentViewer())
      ? await beginAtProvider({ kind: 'join', code }, firstPageFor(invitation.role))
      : // This page says what is so.
        page
  return redirectTo(to)
}
