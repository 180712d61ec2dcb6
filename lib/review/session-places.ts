import type { QuestionId } from '../kernel/ids'
import { isSetAside } from '../memory/card/due'
import { LEARN_AHEAD_MS } from './learn-ahead'
import { byDue, dueAtOf, type Session } from './session'
import type { SessionCard } from './wire'

/**
 * Shows the next card if none is shown: first learning cards that are due, then waiting cards, then
 * learning cards that are not due yet.
 */
export function showNext(session: Session, at: number): Session {
  if (session.current !== null) return session
  const next = nextCard(session, at)
  return next === null ? session : show(session, next, at)
}

/** Shows this card now, with its front. */
export function show(session: Session, questionId: QuestionId, at: number): Session {
  return {
    ...takeOut(session, questionId),
    current: { questionId, startedAt: at, revealed: false, answer: null, confidence: null },
  }
}

function nextCard(session: Session, at: number): QuestionId | null {
  const learning = session.learning[0]
  const dueAt = nextLearningAt(session)
  if (learning !== undefined && dueAt !== null && dueAt <= at) return learning
  const waiting = session.waiting[0]
  if (waiting !== undefined) return waiting
  return learning !== undefined && dueAt !== null && dueAt <= at + LEARN_AHEAD_MS ? learning : null
}

/** The instant (ms) at which the next learning card falls due; null when there is none. */
export function nextLearningAt(session: Session): number | null {
  const next = session.learning[0]
  const known = next === undefined ? undefined : session.cards[next]
  return known === undefined ? null : dueAtOf(known.card.state)
}

/**
 * Removes the shown card from the screen and puts it back at the front of the list it came from.
 */
export function putBackCurrent(session: Session): Session {
  const { current } = session
  if (current === null) return session
  const bare = { ...session, current: null }
  return isInSteps(session.cards[current.questionId])
    ? queueLearning(bare, current.questionId)
    : { ...bare, waiting: [current.questionId, ...bare.waiting] }
}

/**
 * A card that was just acted on is shown again in this session only while it is in learning steps.
 */
export function putAway(session: Session, questionId: QuestionId): Session {
  const bare = takeOut({ ...session, current: null }, questionId)
  const known = session.cards[questionId]
  const comesAgain = isInSteps(known) && !isAside(session, known)
  return comesAgain ? queueLearning(bare, questionId) : bare
}

/** Moves a card that is not shown to the list that its state requires. */
export function settle(session: Session, questionId: QuestionId): Session {
  if (session.current?.questionId === questionId) return session
  const known = session.cards[questionId]
  if (isAside(session, known)) return takeOut(session, questionId)
  if (isInSteps(known)) return queueLearning(takeOut(session, questionId), questionId)
  return { ...session, learning: without(session.learning, questionId) }
}

export function takeOut(session: Session, questionId: QuestionId): Session {
  return {
    ...session,
    waiting: without(session.waiting, questionId),
    learning: without(session.learning, questionId),
  }
}

const queueLearning = (session: Session, questionId: QuestionId): Session => ({
  ...session,
  learning: byDue(session.cards, [...session.learning, questionId]),
})

const isInSteps = (known: SessionCard | undefined) =>
  known !== undefined && dueAtOf(known.card.state) !== null

const isAside = (session: Session, known: SessionCard | undefined) =>
  known !== undefined && isSetAside(known.card, session.today)

const without = (ids: readonly QuestionId[], id: QuestionId) => ids.filter((each) => each !== id)
