import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './app/_http/content-security-policy.mjs'

const isDevelopment = process.env.NODE_ENV === 'development'

/**
 * Only scripts of this server run on a page, and of those in its text only the ones with the nonce of
 * this answer. Next finds the nonce in the header of the request and writes it into its own scripts.
 */
const scriptsWith = (nonce: string): string =>
  `'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ''}`

// A page does not know its own address. After signing in, people continue to the page that they
// wanted.
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers)
  headers.set('x-steppe-path', request.nextUrl.pathname + request.nextUrl.search)
  const policy = contentSecurityPolicy(scriptsWith(randomBytes(16).toString('hex')))
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

// Everything that can be answered with a page, the 404 page included.
export const config = { matcher: ['/((?!api/|_next/|sw\\.js$|icon\\.svg$).*)'] }
