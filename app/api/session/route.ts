import { isFromOwnPage } from '@/app/_http/page-user'
import { currentViewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
import { startReview } from '@/lib/server/study/start-review'

/**
 * The queue with its content and the server's time. `?scope=` a module or topic id; `?since=` an
 * ISO instant after which cards that changed are wanted too.
 */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer || !isFromOwnPage(request, viewer.userId)) return failure(401, 'Sign in first.')
  const { searchParams } = new URL(request.url)
  const scope = searchParams.get('scope') || null
  const asked = searchParams.get('since')
  const since = asked === null ? null : Date.parse(asked)
  if (Number.isNaN(since)) return failure(400, '`since` must be an ISO 8601 instant.')
  try {
    const payload = await startReview({ userId: viewer.userId, scope, since, now: Date.now() })
    return Response.json(payload, { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return failure(statusOf(error), error.message)
  }
}

function statusOf({ code }: AppError): number {
  switch (code) {
    case 'invalid_input':
      return 400
    case 'not_signed_in':
      return 401
    case 'not_allowed':
      return 403
    case 'not_found':
      return 404
    default:
      return 409
  }
}

const failure = (status: number, message: string) =>
  Response.json({ error: message }, { status, headers: { 'Cache-Control': 'no-store' } })
