import type { Answer } from '../grading/answer'
import type { EventId, QuestionId } from '../kernel/ids'
import type { CardEvent } from '../memory/card-event'
import type { Rating } from '../memory/state'

export type ReviewContext = 'review' | 'lesson'

/** What a browser sends, one per thing the learner did. `at` is its clock plus the offset measured at session start. */
export type SubmittedEvent = {
  readonly id: EventId
  readonly questionId: QuestionId
  /** ISO 8601 instant. */
  readonly at: string
} & (
  | {
      readonly kind: 'grade'
      readonly rating: Rating
      readonly answer: Answer | null
      readonly durationMs: number
      readonly context: ReviewContext
    }
  | { readonly kind: 'undo'; readonly undoes: EventId }
  | { readonly kind: 'bury' | 'suspend' | 'unsuspend' | 'reset' }
)

/** An accepted event as the log keeps it: what decides the card, and the facts beside it. */
export type ReviewEvent = CardEvent & {
  readonly receivedAt: number
  /** Grades only; null otherwise. */
  readonly graded: {
    readonly answer: Answer | null
    /** What the server's own grading said; null for self-graded kinds. */
    readonly correct: boolean | null
    readonly durationMs: number
    readonly revision: number
    /** Recall the model predicted just before; null for a new card. */
    readonly predictedRecall: number | null
    readonly context: ReviewContext
  } | null
}
