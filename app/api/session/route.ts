import { answerJson } from '@/app/_http/answer-json'
import { ownRequest } from '@/app/_http/own-request'
import { Refusal } from '@/app/_http/refusal'
import { startReview } from '@/lib/server/study/start-review'

/**
 * The queue with its content and the server's time. `?scope=` a module or topic id; `?since=` an
 * ISO instant after which cards that changed are wanted too.
 */
export async function GET(request: Request): Promise<Response> {
  return answerJson(async () => {
    const scope = await ownRequest('GET /api/session', request)
    const { searchParams } = new URL(request.url)
    const part = searchParams.get('scope') || null
    const since = instantOf(searchParams.get('since'))
    return startReview(scope, { part, since, now: Date.now() })
  })
}

function instantOf(asked: string | null): number | null {
  const instant = asked === null ? null : Date.parse(asked)
  if (Number.isNaN(instant)) throw new Refusal(400, '`since` must be an ISO 8601 instant.')
  return instant
}
