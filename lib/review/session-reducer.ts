import type { ActingEvent } from '../memory/card-event'
import { step } from '../memory/step'
import type { SubmittedEvent } from './event'
import { addCards, type Done, type Session, type SessionAction } from './session'
import { adopt } from './session-outcome'
import { putAway, putBackCurrent, show, showNext } from './session-places'

export type Reduced = {
  readonly session: Session
  /** To be sent, in order. */
  readonly events: readonly SubmittedEvent[]
}

/**
 * The session after an action, and what the server must be told. An action that makes no sense now
 * (a grade before the reveal, an undo with nothing done) changes nothing.
 */
export function reduce(session: Session, action: SessionAction): Reduced {
  switch (action.type) {
    case 'start':
    case 'tick':
      return quiet(showNext(session, action.at))
    case 'reveal':
      if (session.current === null) return quiet(session)
      return quiet({
        ...session,
        current: { ...session.current, revealed: true, answer: action.answer },
      })
    case 'grade':
      return grade(session, action)
    case 'bury':
    case 'suspend':
      return setAside(session, action)
    case 'undo':
      return undo(session, action)
    case 'topUp':
      return quiet(showNext(addCards(session, action.cards), action.at))
    case 'outcome':
      return quiet(adopt(session, action.outcome))
  }
}

const quiet = (session: Session): Reduced => ({ session, events: [] })

type ActionOf<T extends SessionAction['type']> = Extract<SessionAction, { type: T }>

function grade(session: Session, action: ActionOf<'grade'>): Reduced {
  const { current, model, context } = session
  if (current === null || !current.revealed) return quiet(session)
  const { rating, at } = action
  const durationMs = Math.max(0, Math.round(at - current.startedAt))
  const happened = { id: action.eventId, questionId: current.questionId }
  const event = {
    ...happened,
    kind: 'grade',
    at,
    day: action.day,
    rating,
    modelVersion: model.version,
    durationMs,
  } as const
  return act(
    session,
    event,
    { kind: 'grade', rating },
    {
      ...happened,
      kind: 'grade',
      at: iso(at),
      rating,
      answer: current.answer,
      durationMs,
      context,
    },
  )
}

function setAside(session: Session, action: ActionOf<'bury' | 'suspend'>): Reduced {
  const { current } = session
  if (current === null) return quiet(session)
  const { type: kind, at, day } = action
  const happened = { id: action.eventId, questionId: current.questionId, kind }
  return act(session, { ...happened, at, day }, { kind }, { ...happened, at: iso(at) })
}

function act(
  session: Session,
  event: ActingEvent,
  what: Done['what'],
  submitted: SubmittedEvent,
): Reduced {
  const { id: eventId, questionId, at, day } = event
  const before = session.cards[questionId]
  if (before === undefined) return quiet(session)
  const { card } = step(before.card, event, () => session.model)
  const acted: Session = {
    ...session,
    today: day,
    cards: { ...session.cards, [questionId]: { ...before, card } },
    done: [...session.done, { eventId, questionId, at, what, before }],
    pending: [...session.pending, { id: eventId, questionId }],
  }
  return { session: showNext(putAway(acted, questionId), at), events: [submitted] }
}

function undo(session: Session, { eventId, at }: ActionOf<'undo'>): Reduced {
  const last = session.done.at(-1)
  if (last === undefined) return quiet(session)
  const { questionId, before } = last
  const displaced = session.current?.questionId === questionId ? session : putBackCurrent(session)
  const restored: Session = {
    ...displaced,
    cards: { ...displaced.cards, [questionId]: before },
    done: displaced.done.slice(0, -1),
    pending: [...displaced.pending, { id: eventId, questionId }],
  }
  return {
    session: show(restored, questionId, at),
    events: [{ id: eventId, questionId, at: iso(at), kind: 'undo', undoes: last.eventId }],
  }
}

const iso = (at: number) => new Date(at).toISOString()
