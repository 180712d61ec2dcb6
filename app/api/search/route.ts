import { currentViewer } from '@/lib/auth/scopes'
import { AppError } from '@/lib/kernel/app-error'
import { search } from '@/lib/server/reference/search-course'
import { learnerScopeOf } from '@/lib/server/scope'

/** Enough to choose from without scrolling far; the page /search holds more. */
const LIMIT = 6

/** `?q=` -> the best finds of each kind, for the palette. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams.get('q') ?? ''
  return answerJson(async () => {
    const { userId } = await signedInViewer()
    return search(await learnerScopeOf(userId), { query, limit: LIMIT })
  }, 'private, max-age=60')
}
