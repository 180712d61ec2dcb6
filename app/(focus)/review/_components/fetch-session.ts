import { getJson } from '@/app/_http/get-json'
import type { SessionPayload } from '@/lib/review/wire'

const PATIENCE_MS = 20_000

/** The present queue and what changed since `since` (ms). Null when it cannot be fetched. */
export async function fetchSession(
  userId: string,
  scope: string | null,
  since: number | null = null,
): Promise<SessionPayload | null> {
  const query = new URLSearchParams()
  if (scope !== null) query.set('scope', scope)
  if (since !== null) query.set('since', new Date(since).toISOString())
  return getJson(userId, `/api/session?${query}`, PATIENCE_MS)
}
