import type { EventId, QuestionId } from '../kernel/ids'
import type { Answer } from '../kinds/types'
import type { Rating } from '../memory/card/state'
import type { CardEvent } from '../memory/log/card-event'

/** Where an answer was given: in a review, at a lesson's woven prompt, in the placement, in an exam. */
export type ReviewContext = 'review' | 'lesson' | 'placement' | 'exam'

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
      /** Version of the model that the browser scheduled with; the person's present one without. */
      readonly modelVersion?: string | undefined
      /** Interval (days) that levelling chose in the browser: what the button promised. */
      readonly chosenDays?: number | undefined
      /** How sure before the reveal, in percent; only when asked. */
      readonly confidence?: number | undefined
    }
  | { readonly kind: 'undo'; readonly undoes: EventId }
  | { readonly kind: 'bury' | 'suspend' | 'unsuspend' | 'reset' }
  | { readonly kind: 'flag'; readonly comment: string; readonly answer: Answer | null }
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
    /** Percent, as stated before the reveal; null when not asked. */
    readonly confidence: number | null
  } | null
  /** Flags only. */
  readonly complaint?: {
    readonly comment: string
    readonly answer: Answer | null
    readonly revision: number
  }
}
