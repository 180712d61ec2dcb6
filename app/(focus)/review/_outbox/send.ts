import { pageUserHeader } from '@/app/_lib/page-user'
import type { SubmittedEvent } from '@/lib/review/event'
import type { ReviewOutcome } from '@/lib/review/wire'

export type Sent =
  | { readonly kind: 'answered'; readonly results: readonly ReviewOutcome[] }
  /** The request as a whole will never be taken. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'signed-out' }
  /** No network, or a server that is not well: try again later. */
  | { readonly kind: 'failed' }

/** A browser sends at most 64 KiB after its page is gone. */
const KEEPALIVE_BYTES = 60_000

/** One POST. Never rejects. */
export async function sendEvents(userId: string, events: readonly SubmittedEvent[]): Promise<Sent> {
  const body = JSON.stringify({ events })
  try {
    const response = await fetch('/api/reviews', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...pageUserHeader(userId) },
      body,
      keepalive: body.length < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(20_000),
    })
    if (response.status === 401) return { kind: 'signed-out' }
    const answer: unknown = await response.json()
    if (response.ok && hasResults(answer)) return { kind: 'answered', results: answer.results }
    return response.status >= 400 && response.status < 409
      ? { kind: 'refused', message: errorOf(answer) }
      : { kind: 'failed' }
  } catch {
    return { kind: 'failed' }
  }
}

const hasResults = (value: unknown): value is { results: ReviewOutcome[] } =>
  typeof value === 'object' && value !== null && 'results' in value && Array.isArray(value.results)

function errorOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'error' in value) return String(value.error)
  return 'The server did not take this answer.'
}
