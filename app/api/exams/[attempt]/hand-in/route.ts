import { isFromOwnPage } from '@/app/_http/page-user'
import { readOwnJson } from '@/app/_http/read-own-json'
import { currentViewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
import { asAttemptId } from '@/lib/kernel/ids'
import { handInExam } from '@/lib/server/exam/hand-in-exam'

type Props = { params: Promise<{ attempt: string }> }

/** Takes `{}`. Handed in again, nothing changes. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer || !isFromOwnPage(request, viewer.userId))
    return answer(401, { error: 'Sign in first. Nothing was handed in.' })
  const body = await readOwnJson(request)
  if (!body.ok) return answer(body.error.status, { error: body.error.message })
  const attemptId = asAttemptId((await params).attempt)
  try {
    await handInExam({ actorId: viewer.userId, attemptId, now: Date.now() })
    return answer(200, { handedIn: true })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return answer(error.code === 'not_found' ? 404 : 403, { error: error.message })
  }
}

const answer = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
