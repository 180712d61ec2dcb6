import 'server-only'
import { NextRequest } from 'next/server'
import { passedOrigin } from '../origin/passed-origin'
import { handlers } from './next-auth'
import { orUnavailable } from './trouble-met'

/** The pages of next-auth itself, under /api/auth. */
export const GET = (request: NextRequest): Promise<Response> =>
  orUnavailable(() => handlers.GET(atPublicUrl(request)))
export const POST = (request: NextRequest): Promise<Response> =>
  orUnavailable(() => handlers.POST(atPublicUrl(request)))

/** Next names a request by the address at which the server listens. next-auth redirects to it. */
function atPublicUrl(request: NextRequest): NextRequest {
  const { pathname, search } = request.nextUrl
  return new NextRequest(passedOrigin(request.headers) + pathname + search, request)
}
