import { pageUserHeader } from './page-user'

/** What a GET from a page of `userId` gives, of the type that its route answers; null when it cannot be had in time. */
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
