import type { Citation, Question } from '../course/types'
import type { EventId, QuestionId } from '../kernel/ids'
import type { DayClock } from '../kernel/study-day'
import type { Card } from '../memory/card'
import type { MemoryModel } from '../memory/model'

/** One card of a session with everything the browser needs to show and grade it. */
export type SessionCard = {
  readonly question: Question
  readonly card: Card
  readonly topicTitle: string
  /** Shown at the reveal: where the answer stands. */
  readonly citations: readonly (Citation & { readonly label: string })[]
  /** `as of June 2007`, or `stated June 2007` for what has no interval. */
  readonly asOfLabel: string
}

/** `GET /api/session`. `serverNow` (ms) gives the browser its clock's offset. */
export type SessionPayload = {
  readonly serverNow: number
  readonly clock: DayClock
  readonly model: MemoryModel
  readonly cards: readonly SessionCard[]
  /** All that is left today beyond `cards`, by kind. */
  readonly counts: { readonly learning: number; readonly review: number; readonly new: number }
  /** States a map question can show, with names. */
  readonly stateNames: Readonly<Record<string, { name: string; isoNumeric: string }>>
}

/** Per event of `POST /api/reviews`, in the order sent. */
export type ReviewOutcome =
  | {
      readonly id: EventId
      readonly status: 'accepted' | 'duplicate'
      readonly questionId: QuestionId
      readonly card: Card
    }
  | {
      readonly id: string | null
      readonly status: 'rejected'
      readonly reason: RejectReason
      readonly message: string
    }

export type RejectReason =
  | 'malformed'
  | 'unknown_question'
  | 'impossible_time'
  | 'unknown_event'
  | 'already_undone'
  | 'cannot_undo'
  | 'id_reused'
  | 'answer_mismatch'
