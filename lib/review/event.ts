import type { EventId, QuestionId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'
import type { Answer } from '../kinds/types'
import type { Rating } from '../memory/card/state'
import type { CardEvent } from '../memory/log/card-event'

/**
 * Where an answer was given: in a review, at a recall prompt of a lesson, in the placement or in an
 * exam.
 */
export type ReviewContext = 'review' | 'lesson' | 'placement' | 'exam'

/**
 * What a browser sends, one event for each thing the learner did. `at` is its clock plus the offset
 * that was measured when the session started.
 */
export type SubmittedEvent = {
  readonly id: EventId
  readonly questionId: QuestionId
  /** An ISO 8601 instant. */
  readonly at: string
} & (
  | {
      readonly kind: 'grade'
      readonly rating: Rating
      readonly answer: Answer | null
      readonly durationMs: number
      readonly context: ReviewContext
      /** The revision of the question that was shown; without it, the present one. */
      readonly revision?: number | undefined
      /**
       * The version of the model that the browser scheduled with. Without it, the person's present
       * model is used.
       */
      readonly modelVersion?: string | undefined
      /** The interval (days) that levelling chose in the browser and the button showed. */
      readonly chosenDays?: number | undefined
      /**
       * How sure the learner was before the reveal, in percent. Only present when the page asked.
       */
      readonly confidence?: number | undefined
    }
  | { readonly kind: 'undo'; readonly undoes: EventId }
  | { readonly kind: 'bury' | 'suspend' | 'unsuspend' | 'reset' }
  /** Due on another study day. */
  | { readonly kind: 'move'; readonly toDay: StudyDay }
  | { readonly kind: 'flag'; readonly comment: string; readonly answer: Answer | null }
  /** Only the server sends this one, to those who learned what the question meant before `revision`. */
  | { readonly kind: 'relearn'; readonly revision: number }
  /** Only the server sends this one, when what the question rests on has changed. */
  | { readonly kind: 'retest' }
)

/** Whose events a batch holds: a browser may not say what only an exam or a correction says. */
export type EventOrigin = 'browser' | 'exam' | 'correction'

/** An accepted event as the log stores it: what determines the card, and the facts beside it. */
export type ReviewEvent = CardEvent & {
  readonly receivedAt: number
  /** Only for grades; null otherwise. */
  readonly graded: {
    readonly answer: Answer | null
    /** What the server's own grading found; null for kinds that learners grade themselves. */
    readonly correct: boolean | null
    readonly durationMs: number
    readonly revision: number
    /** The recall that the model predicted just before; null for a new card. */
    readonly predictedRecall: number | null
    readonly context: ReviewContext
    /** In percent, as stated before the reveal; null when the page did not ask. */
    readonly confidence: number | null
  } | null
  /** Only for flags. */
  readonly complaint?: {
    readonly comment: string
    readonly answer: Answer | null
    readonly revision: number
  }
}
