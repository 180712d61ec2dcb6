import type { NextRequest } from 'next/server'
import { redirectTo } from '@/app/_http/redirect-to'
import { safeNext } from '@/app/_http/safe-next'
import { beginAtProvider } from '@/lib/auth/provider-sign-in'
import { currentViewer } from '@/lib/auth/scopes'
import { isOwnPress } from '@/lib/origin/own-press'
import { passedOrigin } from '@/lib/origin/passed-origin'

/**
 * Sends somebody who has pressed the button to the sign-in provider; afterwards they come to the page that
 * they wanted. Whoever was led here from elsewhere gets the page with the button.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const next = safeNext(request.nextUrl.searchParams.get('next') ?? undefined, '/')
  if (await currentViewer()) return redirectTo(next)
  if (!isOwnPress(request.headers, passedOrigin(request.headers))) {
    return redirectTo(`/sign-in?next=${encodeURIComponent(next)}`)
  }
  return redirectTo(await beginAtProvider({ kind: 'sign-in' }, next))
}
