import { isFromOwnPage } from '@/app/_http/page-user'
import { listIn, readOwnJson } from '@/app/_http/read-own-json'
import { currentViewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
import { asAttemptId } from '@/lib/kernel/ids'
import { saveExamAnswers } from '@/lib/server/exam/save-exam-answers'

const MOST = 200

type Props = { params: Promise<{ attempt: string }> }

/** `{answers: [{position, at, answer}]}` -> an outcome for each, in order. Sent again, nothing changes. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer || !isFromOwnPage(request, viewer.userId))
    return answer(401, { error: 'Sign in first. Nothing was recorded.' })
  const body = await readOwnJson(request)
  const read = body.ok ? listIn(body.value, 'answers', MOST) : body
  if (!read.ok) return answer(read.error.status, { error: read.error.message })
  const now = Date.now()
  const attemptId = asAttemptId((await params).attempt)
  try {
    const given = { actorId: viewer.userId, attemptId, answers: read.value, now }
    return answer(200, { results: await saveExamAnswers(given), serverNow: now })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return answer(error.code === 'not_found' ? 404 : 403, { error: error.message })
  }
}

const answer = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
