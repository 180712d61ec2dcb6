import { type NextRequest, NextResponse } from 'next/server'

// A page does not know its own address. After signing in, people continue to the page that they
// wanted.
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers)
  headers.set('x-steppe-path', request.nextUrl.pathname + request.nextUrl.search)
  return NextResponse.next({ request: { headers } })
}

export const config = { matcher: ['/((?!api/|_next/|.*\\..*).*)'] }
