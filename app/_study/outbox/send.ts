import { pageUserHeader } from '@/app/_http/page-user'
import type { SubmittedEvent } from '@/lib/review/event'
import type { ReviewOutcome } from '@/lib/review/wire'

export type Sent =
  | {
      readonly kind: 'answered'
      readonly results: readonly ReviewOutcome[]
      /** Server's time (ms) when it read the request; null when it did not say. */
      readonly serverNow: number | null
    }
  /** The request as a whole will never be taken. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'signed-out' }
  /** Try again later. `reached`: a server answered, if not as it should. */
  | { readonly kind: 'failed'; readonly reached: boolean }

/** A browser sends at most 64 KiB after its page is gone. */
const KEEPALIVE_BYTES = 60_000
const PATIENCE_MS = 20_000
/** Statuses that say the same however often one asks. */
const FINAL = new Set([400, 403, 413, 415])

/** One POST. Never rejects. */
export async function sendEvents(
  userId: string,
  events: readonly SubmittedEvent[],
  request: typeof fetch = fetch,
): Promise<Sent> {
  const body = JSON.stringify({ events })
  let reached = false
  try {
    const response = await request('/api/reviews', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...pageUserHeader(userId) },
      body,
      keepalive: body.length < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    reached = true
    if (response.status === 401) return { kind: 'signed-out' }
    const answer: unknown = await response.json()
    if (response.ok && hasResults(answer)) {
      const { results, serverNow } = answer
      return { kind: 'answered', results, serverNow: serverNow ?? null }
    }
    return FINAL.has(response.status)
      ? { kind: 'refused', message: errorOf(answer) }
      : { kind: 'failed', reached }
  } catch {
    return { kind: 'failed', reached }
  }
}

const hasResults = (value: unknown): value is { results: ReviewOutcome[]; serverNow?: number } =>
  typeof value === 'object' && value !== null && 'results' in value && Array.isArray(value.results)

function errorOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'error' in value) return String(value.error)
  return 'The server did not take this answer.'
}
