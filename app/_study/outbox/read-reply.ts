import type { ReviewOutcome } from '@/lib/review/wire'
import type { Entry, Refused } from './entry'
import type { Sent } from './send'

/** What a reply means for the entries that were sent. */
export type Reply =
  | {
      readonly kind: 'settled'
      /** The outcomes of those entries that have one. */
      readonly outcomes: readonly ReviewOutcome[]
      readonly refused: readonly Refused[]
      /**
       * The server's time (ms) when it read the request. Null when the reply does not contain it.
       */
      readonly serverNow: number | null
    }
  /** One of the entries is faulty. Sent one by one, the others are accepted. */
  | { readonly kind: 'one-by-one' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'failed'; readonly reached: boolean; readonly passes?: true }

export function readReply(entries: readonly Entry[], sent: Sent): Reply {
  switch (sent.kind) {
    case 'answered': {
      const matched = matchedOf(entries, sent.results)
      if (matched.length === 0) return { kind: 'failed', reached: true }
      return {
        kind: 'settled',
        outcomes: matched.map(({ outcome }) => outcome),
        refused: matched.flatMap(({ entry, outcome }) =>
          outcome.status === 'rejected' ? [{ ...entry, message: outcome.message }] : [],
        ),
        serverNow: sent.serverNow,
      }
    }
    case 'refused': {
      if (entries.length > 1) return { kind: 'one-by-one' }
      const { message } = sent
      return {
        kind: 'settled',
        outcomes: entries.map(({ event: { id } }) => ({
          id,
          status: 'rejected',
          reason: 'malformed',
          message,
        })),
        refused: entries.map((entry) => ({ ...entry, message })),
        serverNow: null,
      }
    }
    case 'signed-out':
    case 'failed':
      return sent
  }
}

type Matched = { readonly entry: Entry; readonly outcome: ReviewOutcome }

/**
 * Each event with its own outcome. An event without one stays unconfirmed, because a reply may be
 * cut off.
 */
function matchedOf(
  entries: readonly Entry[],
  results: readonly ReviewOutcome[],
): readonly Matched[] {
  return entries.flatMap((entry, index): Matched[] => {
    const outcome = results[index]
    if (outcome?.status === 'rejected') {
      return [{ entry, outcome: { ...outcome, id: entry.event.id } }]
    }
    return outcome?.id === entry.event.id ? [{ entry, outcome }] : []
  })
}
