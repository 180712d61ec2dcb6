import { pageUserHeader } from './page-user'

export type JsonOptions = {
  /** For answers that are the same for everybody, which a browser may store. */
  readonly cache?: RequestCache
  /** Ends the request when its answer is no longer wanted. */
  readonly signal?: AbortSignal
}

/**
 * Sends a GET request from a page of `userId`, or of anybody, and returns the JSON, typed as its
 * route answers it. Null when it does not arrive in time.
 */
export async function getJson<Answer>(
  userId: string | null,
  path: string,
  patienceMs: number,
  { cache = 'no-store', signal }: JsonOptions = {},
): Promise<Answer | null> {
  const ending = new AbortController()
  const end = () => ending.abort()
  const timer = setTimeout(end, patienceMs)
  signal?.addEventListener('abort', end)
  try {
    const response = await fetch(path, {
      cache,
      headers: userId === null ? {} : pageUserHeader(userId),
      signal: ending.signal,
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}
