import { answerJson } from '@/app/_http/answer-json'
import { ownRequest } from '@/app/_http/own-request'
import { asQuestionId } from '@/lib/kernel/ids'
import { studyDayOf } from '@/lib/kernel/study-day'
import { loadCardHistory } from '@/lib/server/study/load-card-history'

type Props = { params: Promise<{ id: string }> }

/** What happened to one's own card of a question. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return answerJson(async () => {
    const scope = await ownRequest('GET /api/cards/[id]', request)
    const questionId = asQuestionId((await params).id)
    const until = studyDayOf(Date.now(), scope.user.clock)
    return loadCardHistory(scope, { questionId, until })
  })
}
