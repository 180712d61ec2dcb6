import type { Hint } from '../account/display'
import type { AskedQuestion, Citation } from '../course/types'
import type { EventId, QuestionId } from '../kernel/ids'
import type { DayClock } from '../kernel/study-day'
import type { Card } from '../memory/card/card'
import type { MemoryModel } from '../memory/model/memory-model'
import type { Load } from '../memory/schedule/levelling'
import type { Ahead } from './ahead'
import type { KeyChanges } from './keys'
import type { Counts } from './queue'

/** One card of a session with everything the browser needs to show and grade it. */
export type SessionCard = {
  readonly question: AskedQuestion
  readonly card: Card
  readonly topicTitle: string
  /** Shown at the reveal: the source of the answer. */
  readonly citations: readonly (Citation & { readonly label: string })[]
  /** What was corrected since the learner last answered it. */
  readonly correction?: Correction
  /** `as of June 2007`, or `stated June 2007` for a fact without an interval. */
  readonly asOfLabel: string
}

/** Told once: the next answer is to the question as it is now. */
export type Correction = {
  /** A changed meaning makes what was learned wrong. A changed wording leaves the schedule. */
  readonly severity: 'wording' | 'meaning'
  /** Why, oldest first. */
  readonly notes: readonly string[]
  /** The answer that holds no more; null if the meaning is what it was. */
  readonly previousAnswer: string | null
  /** What the question asked before; null if it asks the same. */
  readonly previousPrompt: string | null
}

/** What a browser needs besides the cards. `serverNow` (ms) gives it the offset of its clock. */
export type SessionGround = {
  readonly serverNow: number
  readonly clock: DayClock
  readonly model: MemoryModel
  /**
   * The reviews that the coming days have already, for levelling; null when the learner does not
   * want it.
   */
  readonly load: Load | null
  readonly askConfidence: boolean
  readonly keys: KeyChanges
  /** The states that a map question can show, with their names. */
  readonly stateNames: Readonly<Record<string, { name: string; isoNumeric: string }>>
}

/** The reply of `GET /api/session`. */
export type SessionPayload = SessionGround & {
  readonly cards: readonly SessionCard[]
  /**
   * Cards that changed since the instant that the browser asked about; empty when it did not ask.
   */
  readonly changed: readonly { readonly questionId: QuestionId; readonly card: Card }[]
  /** Everything that is left today, by kind, and what of it is not among `cards`. */
  readonly beyond: Counts
  readonly counts: Counts
  /** Missing in a cram, which changes nothing of it, and in what an earlier release stored. */
  readonly ahead?: Ahead
  /** First-run hints for somebody new; missing where there are none. */
  readonly hints?: readonly Hint[]
}

/** The outcome of each event of `POST /api/reviews`, in the order sent. */
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
