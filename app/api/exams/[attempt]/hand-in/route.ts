import { answerJson } from '@/app/_http/answer-json'
import { ownPost } from '@/app/_http/own-request'
import { asAttemptId } from '@/lib/kernel/ids'
import { handInExam } from '@/lib/server/exam/hand-in-exam'

type Props = { params: Promise<{ attempt: string }> }

/** Takes `{}`. Handed in again, nothing changes. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answerJson(async () => {
    const { scope } = await ownPost(request, 'Nothing was handed in.')
    const attemptId = asAttemptId((await params).attempt)
    await handInExam(scope, { attemptId, now: Date.now() })
    return { handedIn: true }
  })
}
