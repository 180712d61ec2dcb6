import { answerJson } from '@/app/_http/answer-json'
import { ownPost } from '@/app/_http/own-request'
import { asAttemptId } from '@/lib/kernel/ids'
import { handInExam } from '@/lib/server/exam/hand-in-exam'

type Props = { params: Promise<{ attempt: string }> }

/** `{timeIsUp?: true}` -> whether it is handed in, or else when it ends. Again, nothing changes. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answerJson(async () => {
    const { scope, body } = await ownPost(
      'POST /api/exams/[attempt]/hand-in',
      request,
      'Nothing was handed in.',
    )
    const attemptId = asAttemptId((await params).attempt)
    const timeIsUp = isTimeUp(body)
    const endsAt = await handInExam(scope, { attemptId, timeIsUp, now: Date.now() })
    return endsAt === null ? { handedIn: true } : { handedIn: false, endsAt }
  })
}

const isTimeUp = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'timeIsUp' in body && body.timeIsUp === true
