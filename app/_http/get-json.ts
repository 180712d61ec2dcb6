import { pageUserHeader } from './page-user'

/**
 * Sends a GET request from a page of `userId` and returns the JSON, typed as its route answers it.
 * Null when it does not arrive in time.
 */
export async function getJson<Answer>(
  userId: string,
  path: string,
  patienceMs: number,
): Promise<Answer | null> {
  try {
    const response = await fetch(path, {
      cache: 'no-store',
      headers: pageUserHeader(userId),
      signal: AbortSignal.timeout(patienceMs),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
