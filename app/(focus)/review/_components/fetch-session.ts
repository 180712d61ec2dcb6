import { pageUserHeader } from '@/app/_http/page-user'
import type { SessionPayload } from '@/lib/review/wire'

const PATIENCE_MS = 20_000

/** The queue as it is now, and what changed since `since` (ms); null when it cannot be had. */
export async function fetchSession(
  userId: string,
  scope: string | null,
  since: number | null = null,
): Promise<SessionPayload | null> {
  const query = new URLSearchParams()
  if (scope !== null) query.set('scope', scope)
  if (since !== null) query.set('since', new Date(since).toISOString())
  try {
    const response = await fetch(`/api/session?${query}`, {
      cache: 'no-store',
      headers: pageUserHeader(userId),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
