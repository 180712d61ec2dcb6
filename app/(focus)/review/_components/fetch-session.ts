import { pageUserHeader } from '@/app/_lib/page-user'
import type { SessionPayload } from '@/lib/review/wire'

/** The queue as it is now; null when it cannot be had. */
export async function fetchSession(
  userId: string,
  scope: string | null,
): Promise<SessionPayload | null> {
  const query = scope === null ? '' : `?scope=${encodeURIComponent(scope)}`
  try {
    const response = await fetch(`/api/session${query}`, {
      cache: 'no-store',
      headers: pageUserHeader(userId),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
