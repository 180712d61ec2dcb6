import { isFromOwnPage } from '@/app/_http/page-user'
import { currentViewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
import { recordReviews } from '@/lib/server/study/record-reviews'
import { readEvents } from './read-events'

/** `{events: [...]}` -> an outcome for each, in order. Sent again, nothing counts twice. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer || !isFromOwnPage(request, viewer.userId))
    return answer(401, { error: 'Sign in first. Nothing was recorded.' })
  const read = await readEvents(request)
  if (!read.ok) return answer(read.error.status, { error: read.error.message })
  const now = Date.now()
  try {
    const results = await recordReviews({ userId: viewer.userId, events: read.value, now })
    return answer(200, { results, serverNow: now })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return answer(error.code === 'not_allowed' ? 403 : 409, { error: error.message })
  }
}

const answer = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
