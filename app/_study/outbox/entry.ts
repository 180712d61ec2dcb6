import type { QuestionId } from '@/lib/kernel/ids'
import type { Card } from '@/lib/memory/card/card'
import type { SubmittedEvent } from '@/lib/review/event'
import type { ReviewOutcome } from '@/lib/review/wire'

/**
 * One action on this device that waits for confirmation. `prompt`: the question's text, shown if
 * the server refuses the event.
 */
export type Entry = { readonly event: SubmittedEvent; readonly prompt: string | null }

export const idOf = ({ event }: Entry): string => event.id

/** An entry that the server refused, with the reason. It is kept until the learner has seen it. */
export type Refused = Entry & { readonly message: string }

/** A card as an event of this browser left it, before the server has confirmed it. */
export type Changed = { readonly questionId: QuestionId; readonly card: Card }

/** What one tab tells the other tabs of the same account. */
export type News =
  | { readonly kind: 'added'; readonly changed: Changed | null }
  | { readonly kind: 'settled'; readonly outcomes: readonly ReviewOutcome[] }
  | { readonly kind: 'dismissed' }
