import { postJson } from '@/app/_http/post-json'
import type { SubmittedEvent } from '@/lib/review/event'
import type { ReviewOutcome } from '@/lib/review/wire'

export type Sent =
  | {
      readonly kind: 'answered'
      readonly results: readonly ReviewOutcome[]
      /**
       * The server's time (ms) when it read the request. Null when the reply does not contain it.
       */
      readonly serverNow: number | null
    }
  /** The server will never accept this request. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'signed-out' }
  /**
   * Worth trying again later. `reached`: a server answered, but not as it should. `passes`: it says
   * itself that it will answer soon.
   */
  | { readonly kind: 'failed'; readonly reached: boolean; readonly passes?: true }

/**
 * With these statuses, repeating the request does not help. 403 is none of them: it is about the
 * address of the page, and a proxy that is set up wrongly will be corrected.
 */
const FINAL = new Set([400, 413, 415])

/** Sends one POST request. Never rejects. */
export async function sendEvents(
  userId: string,
  events: readonly SubmittedEvent[],
  request: typeof fetch = fetch,
): Promise<Sent> {
  const reply = await postJson(userId, '/api/reviews', { events }, request)
  switch (reply.kind) {
    case 'accepted': {
      if (!hasResults(reply.body)) return { kind: 'failed', reached: true }
      const { results, serverNow } = reply.body
      return { kind: 'answered', results, serverNow: serverNow ?? null }
    }
    case 'refused':
      if (reply.status === 503) return { kind: 'failed', reached: true, passes: true }
      return FINAL.has(reply.status)
        ? { kind: 'refused', message: errorOf(reply.body) }
        : { kind: 'failed', reached: true }
    case 'signed-out':
    case 'failed':
      return reply
  }
}

const hasResults = (value: unknown): value is { results: ReviewOutcome[]; serverNow?: number } =>
  typeof value === 'object' && value !== null && 'results' in value && Array.isArray(value.results)

function errorOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'error' in value) return String(value.error)
  return 'The server did not accept this answer.'
}
