import { answerJson } from '@/app/_http/answer-json'
import { ownPost } from '@/app/_http/own-request'
import { listIn } from '@/app/_http/read-own-json'
import { asAttemptId } from '@/lib/kernel/ids'
import { saveExamAnswers } from '@/lib/server/exam/save-exam-answers'

const MOST = 200

type Props = { params: Promise<{ attempt: string }> }

/** `{answers: [{position, at, answer}]}` -> an outcome for each, in order, and when the attempt ends. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answerJson(async () => {
    const { scope, body } = await ownPost(
      'POST /api/exams/[attempt]/answers',
      request,
      'Nothing was recorded.',
    )
    const answers = listIn(body, 'answers', MOST)
    const attemptId = asAttemptId((await params).attempt)
    const now = Date.now()
    const { outcomes, endsAt } = await saveExamAnswers(scope, { attemptId, answers, now })
    return { results: outcomes, serverNow: now, endsAt }
  })
}
