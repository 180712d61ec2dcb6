import type { EventId, QuestionId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'
import type { Answer } from '../kinds/types'
import type { Card } from '../memory/card/card'
import type { Rating } from '../memory/card/state'
import type { MemoryModel } from '../memory/model/memory-model'
import type { Load } from '../memory/schedule/levelling'
import type { ReviewContext } from './event'
import type { Counts } from './queue'
import type { RejectReason, ReviewOutcome, SessionCard } from './wire'

/**
 * One review session in the browser. It is plain data, so that it can be stored while offline.
 * Every change is made by `reduce` (session-reducer), which never reads a clock: instants (ms, in
 * the server's time) come with the actions.
 */
export type Session = {
  readonly model: MemoryModel
  readonly context: SessionContext
  /**
   * Reviews due on the coming days, including this session's answers; null when there is no
   * levelling.
   */
  readonly load: Load | null
  /** The study day of the last event. */
  readonly today: StudyDay
  /** All cards of the session in their present state, by question. */
  readonly cards: Readonly<Record<QuestionId, SessionCard>>
  readonly current: CurrentCard | null
  /** Reviews and new cards that are still to come, in order. */
  readonly waiting: readonly QuestionId[]
  /** Cards in learning steps, by the instant at which they are due. */
  readonly learning: readonly QuestionId[]
  /**
   * Cards of the day that the server has not sent yet. Missing in a cram, in a lesson, and in a
   * session that an earlier release stored.
   */
  readonly beyond?: Counts | undefined
  /** What was done and not undone, oldest first. An undo removes the last entry. */
  readonly done: readonly Done[]
  /** Events that were sent but not answered by the server yet. */
  readonly pending: readonly { readonly id: EventId; readonly questionId: QuestionId }[]
  /** Events that the server refused, to be shown. */
  readonly refused: readonly Refused[]
}

export type CurrentCard = {
  readonly questionId: QuestionId
  readonly startedAt: number
  readonly revealed: boolean
  /** The answer that was given before the reveal; null when it was only thought of. */
  readonly answer: Answer | null
  /** Stated before the reveal, in percent; null when it was not stated. */
  readonly confidence: number | null
}

/**
 * A cram shows cards again and again and tells the server nothing, so the schedule does not change.
 */
export type SessionContext = ReviewContext | 'cram'

export type Done = {
  readonly eventId: EventId
  readonly questionId: QuestionId
  readonly at: number
  readonly what: { readonly kind: 'grade'; readonly rating: Rating } | { readonly kind: SetAside }
  /** Time spent on it (ms). */
  readonly durationMs: number
  /** Stated before the reveal, in percent; null when it was not stated. */
  readonly confidence: number | null
  /** The card as it was just before, to the millisecond. */
  readonly before: SessionCard
}

type SetAside = 'bury' | 'suspend'

type Refused = {
  readonly eventId: EventId
  readonly questionId: QuestionId
  readonly reason: RejectReason
  readonly message: string
}

type Moment = { readonly at: number; readonly day: StudyDay; readonly eventId: EventId }

export type SessionAction =
  | { readonly type: 'start'; readonly at: number }
  | {
      readonly type: 'reveal'
      readonly answer: Answer | null
      /** In percent. */
      readonly confidence?: number | null
    }
  | (Moment & { readonly type: 'grade'; readonly rating: Rating })
  | (Moment & { readonly type: SetAside })
  /** A comment on the shown question. The card stays on the screen. */
  | (Moment & { readonly type: 'flag'; readonly comment: string })
  | { readonly type: 'undo'; readonly at: number; readonly eventId: EventId }
  /** Time passed. A learning card may have fallen due while nothing was shown. */
  | { readonly type: 'tick'; readonly at: number }
  | {
      readonly type: 'topUp'
      readonly at: number
      readonly cards: readonly SessionCard[]
      readonly beyond?: Counts | undefined
    }
  | { readonly type: 'outcome'; readonly outcome: ReviewOutcome }
  /** Another tab or device changed a card. */
  | {
      readonly type: 'elsewhere'
      readonly at: number
      readonly questionId: QuestionId
      readonly card: Card
    }

/** A session with `cards` in the order of the queue. `start` shows the first. */
export function newSession(
  cards: readonly SessionCard[],
  model: MemoryModel,
  context: SessionContext,
  today: StudyDay,
  load: Load | null = null,
): Session {
  const empty: Session = {
    model,
    context,
    load,
    today,
    cards: {},
    current: null,
    waiting: [],
    learning: [],
    done: [],
    pending: [],
    refused: [],
  }
  return addCards(empty, cards)
}

/** Adds the cards that the session does not have yet behind the waiting ones. */
export function addCards(session: Session, cards: readonly SessionCard[]): Session {
  const unknown = cards.filter(({ question }) => session.cards[question.id] === undefined)
  const known = { ...session.cards }
  for (const card of unknown) known[card.question.id] = card
  const ids = (inSteps: boolean) =>
    unknown
      .filter(({ card }) => (dueAtOf(card.state) !== null) === inSteps)
      .map(({ question }) => question.id)
  return {
    ...session,
    cards: known,
    waiting: [...session.waiting, ...ids(false)],
    learning: byDue(known, [...session.learning, ...ids(true)]),
  }
}

/** The instant (ms) at which a card in learning steps falls due; null for every other card. */
export function dueAtOf(state: SessionCard['card']['state']): number | null {
  return state.phase === 'learning' || state.phase === 'relearning' ? state.dueAt : null
}

export function byDue(cards: Session['cards'], ids: readonly QuestionId[]): readonly QuestionId[] {
  const dueAt = (id: QuestionId) => {
    const known = cards[id]
    return (known && dueAtOf(known.card.state)) ?? 0
  }
  return [...new Set(ids)].sort((a, b) => dueAt(a) - dueAt(b) || (a < b ? -1 : a > b ? 1 : 0))
}
