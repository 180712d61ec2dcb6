import { answerJson } from '@/app/_http/answer-json'
import { signedInLearner } from '@/app/_http/own-request'
import { search } from '@/lib/server/reference/search-course'

/** Enough to choose from without scrolling far; the page /search holds more. */
const LIMIT = 6

/** `?q=` -> the best finds of each kind, for the palette. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams.get('q') ?? ''
  return answerJson(async () => {
    return search(await signedInLearner('GET /api/search', request), { query, limit: LIMIT })
  }, 'private, max-age=60')
}
