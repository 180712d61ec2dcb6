import type { QuestionId } from '@/lib/kernel/ids'
import type { Card } from '@/lib/memory/card/card'
import type { SubmittedEvent } from '@/lib/review/event'
import type { ReviewOutcome } from '@/lib/review/wire'

/** One thing done here that waits to be confirmed. `prompt`: the question's words, should it be refused. */
export type Entry = { readonly event: SubmittedEvent; readonly prompt: string | null }

export const idOf = ({ event }: Entry): string => event.id

/** What the server refused, with its reason: kept until the learner has seen it. */
export type Refused = Entry & { readonly message: string }

/** A card as an event of this browser left it, before the server has said so. */
export type Changed = { readonly questionId: QuestionId; readonly card: Card }

/** What one tab tells the others of the same account. */
export type News =
  | { readonly kind: 'added'; readonly changed: Changed | null }
  | { readonly kind: 'settled'; readonly outcomes: readonly ReviewOutcome[] }
  | { readonly kind: 'dismissed' }
