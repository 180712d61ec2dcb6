import { answerJson } from '@/app/_http/answer-json'
import { claimedPost, signInFirst } from '@/app/_http/own-request'
import { listIn } from '@/app/_http/read-own-json'
import { recordReviewsOfSession } from '@/lib/server/study/record-reviews'

const MOST = 500
const NOT_DONE = 'Nothing was recorded.'

/** `{events: [...]}` -> an outcome for each, in order. Sent again, nothing counts twice. */
export async function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const { claim, body } = await claimedPost('POST /api/reviews', request, NOT_DONE)
    const events = listIn(body, 'events', MOST)
    const now = Date.now()
    const results = await recordReviewsOfSession(claim, { events, now })
    if (results === null) throw signInFirst(NOT_DONE)
    return { results, serverNow: now }
  })
}
