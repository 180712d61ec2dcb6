export type GetReply<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** The server refuses it, with one of our statuses. */
  | { readonly kind: 'refused'; readonly status: number }
  /** It did not arrive in time, or something on the way has answered. */
  | { readonly kind: 'failed' }

/** The same as `getJson` for who tells a refusal from a failure. May use what the browser has stored. */
export async function getReply<Answer>(
  path: string,
  patienceMs: number,
  signal: AbortSignal,
): Promise<GetReply<Answer>> {
  const ending = new AbortController()
  const end = () => ending.abort()
  const timer = setTimeout(end, patienceMs)
  signal.addEventListener('abort', end)
  try {
    const response = await fetch(path, { signal: ending.signal })
    if (response.status >= 500) return { kind: 'failed' }
    const answer: Answer = await response.json()
    return response.ok ? { kind: 'answered', answer } : { kind: 'refused', status: response.status }
  } catch {
    return { kind: 'failed' }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
}
