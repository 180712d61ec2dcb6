import type { EventId, QuestionId } from '../../kernel/ids'
import type { StudyDay } from '../../kernel/study-day'
import type { Rating } from '../card/state'

type Happened = {
  readonly id: EventId
  readonly questionId: QuestionId
  /** Server-corrected instant in ms. It orders the log; the id breaks ties. */
  readonly at: number
  /** Fixed when the event was accepted, so that moving to another zone later changes nothing. */
  readonly day: StudyDay
}

/** The part of a review event that decides a card's state; `lib/review/event.ts` adds the rest. */
export type CardEvent = Happened &
  (
    | {
        readonly kind: 'grade'
        readonly rating: Rating
        readonly modelVersion: string
        /** Time spent on the card; only the day's roll-up uses it. */
        readonly durationMs?: number
        /** Interval (days) that load levelling chose; held within what the card's memory allows. */
        readonly chosenDays?: number
      }
    /** Cancels one earlier event of the same card, whatever order they arrive in. */
    | { readonly kind: 'undo'; readonly undoes: EventId }
    | { readonly kind: 'bury' }
    | { readonly kind: 'suspend' }
    | { readonly kind: 'unsuspend' }
    | { readonly kind: 'reset' }
    /** The question has another meaning from `revision` on: what was learned of it is out of date. */
    | { readonly kind: 'relearn'; readonly revision: number; readonly modelVersion: string }
    /** What the question rests on has changed: it is asked again soon, and its memory stays. */
    | { readonly kind: 'retest' }
    /** The learner wants it due on another study day; only a card in phase review has one. */
    | { readonly kind: 'move'; readonly toDay: StudyDay }
    /** A flag on the question; the card stays as it is. */
    | { readonly kind: 'flag' }
  )

/** An event that acts on the card by itself. An undo only cancels another event. */
export type ActingEvent = Exclude<CardEvent, { kind: 'undo' }>
