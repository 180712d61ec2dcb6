import { currentViewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
import { search } from '@/lib/server/reference/search-course'

/** Enough to choose from without scrolling far; the page /search holds more. */
const LIMIT = 6

/** `?q=` -> the best finds of each kind, for the palette. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return failure(401, 'Sign in first.')
  const query = new URL(request.url).searchParams.get('q') ?? ''
  try {
    const found = await search({ userId: viewer.userId, query, limit: LIMIT })
    return Response.json(found, { headers: { 'Cache-Control': 'private, max-age=60' } })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return failure(error.code === 'not_allowed' ? 403 : 409, error.message)
  }
}

const failure = (status: number, message: string) =>
  Response.json({ error: message }, { status, headers: { 'Cache-Control': 'no-store' } })
