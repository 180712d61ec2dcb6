import { isFromOwnPage } from '@/app/_http/page-user'
import { currentViewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
import { asQuestionId } from '@/lib/kernel/ids'
import { studyDayOf } from '@/lib/kernel/study-day'
import { loadCardHistory } from '@/lib/server/study/load-card-history'

type Props = { params: Promise<{ id: string }> }

/** What happened to one's own card of a question. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer || !isFromOwnPage(request, viewer.userId)) return answer(401, 'Sign in first.')
  const questionId = asQuestionId((await params).id)
  const until = studyDayOf(Date.now(), viewer.clock)
  try {
    return Response.json(await loadCardHistory({ userId: viewer.userId, questionId, until }), {
      headers: { 'Cache-Control': 'no-store' },
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return answer(error.code === 'not_found' ? 404 : 409, error.message)
  }
}

const answer = (status: number, error: string) =>
  Response.json({ error }, { status, headers: { 'Cache-Control': 'no-store' } })
