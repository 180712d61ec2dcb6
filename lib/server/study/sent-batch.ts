import 'server-only'
import type { EventId, QuestionId } from '../../kernel/ids'
import type { EventOrigin, SubmittedEvent } from '../../review/event'
import type { ReviewOutcome } from '../../review/wire'
import { parseSubmitted } from './submitted-event'

/** What came in with one request, each event checked by itself. */
export type SentBatch = {
  /** Those that could be read. */
  readonly events: readonly SubmittedEvent[]
  readonly questionIds: readonly QuestionId[]
  readonly eventIds: readonly EventId[]
  /** Puts the outcomes of `events` into the order in which everything was sent. */
  readonly inOrder: (outcomes: readonly ReviewOutcome[]) => ReviewOutcome[]
}

export function sentBatch(sent: readonly unknown[], origin: EventOrigin): SentBatch {
  const parsed = sent.map((value) => parseSubmitted(value, origin))
  const events = parsed.flatMap((each) => (each.ok ? [each.event] : []))
  return {
    events,
    questionIds: [...new Set(events.map(({ questionId }) => questionId))],
    eventIds: events.map(({ id }) => id),
    inOrder: (outcomes) => {
      const left = [...outcomes]
      return parsed.map((each) => {
        if (!each.ok) {
          return { id: each.id, status: 'rejected', reason: 'malformed', message: each.message }
        }
        const outcome = left.shift()
        if (!outcome) throw new Error('An event has no outcome')
        return outcome
      })
    },
  }
}
