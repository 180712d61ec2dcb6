import { answerJson } from '@/app/_http/answer-json'
import { ownPost } from '@/app/_http/own-request'
import { listIn } from '@/app/_http/read-own-json'
import { recordReviews } from '@/lib/server/study/record-reviews'

const MOST = 500

/** `{events: [...]}` -> an outcome for each, in order. Sent again, nothing counts twice. */
export async function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const { scope, body } = await ownPost(request, 'Nothing was recorded.')
    const events = listIn(body, 'events', MOST)
    const now = Date.now()
    const results = await recordReviews(scope, { events, now })
    return { results, serverNow: now }
  })
}
