import { isFromOwnPage } from '@/app/_lib/page-user'
import { currentViewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
import { startReview } from '@/lib/server/start-review'

/** The queue with its content and the server's time. `?scope=` a module or topic id. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer || !isFromOwnPage(request, viewer.userId)) return failure(401, 'Sign in first.')
  const scope = new URL(request.url).searchParams.get('scope') || null
  try {
    const payload = await startReview({ userId: viewer.userId, scope, now: Date.now() })
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
