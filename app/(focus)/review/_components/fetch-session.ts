import type { SessionPayload } from '@/lib/review/wire'

/** The queue as it is now; null when it cannot be had. */
export async function fetchSession(scope: string | null): Promise<SessionPayload | null> {
  const query = scope === null ? '' : `?scope=${encodeURIComponent(scope)}`
  try {
    const response = await fetch(`/api/session${query}`, { cache: 'no-store' })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
