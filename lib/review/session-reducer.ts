import { addDays, type StudyDay } from '../kernel/study-day'
import type { ActingEvent } from '../memory/log/card-event'
import { levelledDays, withOneMore } from '../memory/schedule/levelling'
import { step } from '../memory/schedule/step'
import type { SubmittedEvent } from './event'
import { addCards, type Done, type Session, type SessionAction } from './session'
import { adopt, adoptElsewhere } from './session-outcome'
import { putAway, putBackCurrent, show, showNext } from './session-places'

export type Reduced = {
  readonly session: Session
  /** Events to send, in order. */
  readonly events: readonly SubmittedEvent[]
}

/**
 * The session after an action, and what the server must be told. An action that makes no sense at
 * this point (a grade before the reveal, an undo when nothing was done) changes nothing.
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
        current: {
          ...session.current,
          revealed: true,
          answer: action.answer,
          confidence: action.confidence ?? null,
        },
      })
    case 'grade':
      return session.context === 'cram' ? quiet(cram(session, action)) : grade(session, action)
    case 'bury':
    case 'suspend':
      return session.context === 'cram' ? quiet(session) : setAside(session, action)
    case 'flag':
      return flag(session, action)
    case 'undo':
      return undo(session, action)
    case 'topUp':
      return quiet(
        showNext({ ...addCards(session, action.cards), beyond: action.beyond }, action.at),
      )
    case 'outcome':
      return quiet(adopt(session, action.outcome))
    case 'elsewhere':
      return quiet(showNext(adoptElsewhere(session, action), action.at))
  }
}

const quiet = (session: Session): Reduced => ({ session, events: [] })

type ActionOf<T extends SessionAction['type']> = Extract<SessionAction, { type: T }>

function grade(session: Session, action: ActionOf<'grade'>): Reduced {
  const { current, model, context } = session
  if (current === null || !current.revealed) return quiet(session)
  const { rating, at } = action
  const known = session.cards[current.questionId]
  if (known === undefined || context === 'cram') return quiet(session)
  const { durationMs } = spent(session, at)
  const key = { rating, at, day: action.day, cardKey: current.questionId }
  const chosenDays =
    session.load === null ? undefined : levelledDays(known.card.state, key, model, session.load)
  const levelled = chosenDays === undefined ? {} : { chosenDays }
  const happened = { id: action.eventId, questionId: current.questionId }
  const event = {
    ...happened,
    kind: 'grade',
    at,
    day: action.day,
    rating,
    modelVersion: model.version,
    durationMs,
    ...levelled,
  } as const
  return act(
    withLoad(session, action.day, chosenDays),
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
      revision: known.question.revision,
      modelVersion: model.version,
      ...levelled,
      ...(current.confidence === null ? {} : { confidence: current.confidence }),
    },
  )
}

/** How long the shown card was on the screen until `at`, and how sure the learner was. */
function spent({ current }: Session, at: number) {
  const startedAt = current?.startedAt ?? at
  return {
    durationMs: Math.max(0, Math.round(at - startedAt)),
    confidence: current?.confidence ?? null,
  }
}

/** The session with one more review on the day that levelling chose. */
function withLoad(session: Session, today: StudyDay, days: number | undefined): Session {
  const { load } = session
  if (load === null || days === undefined) return session
  return { ...session, load: withOneMore(load, addDays(today, days)) }
}

/**
 * After Again, the card comes back behind the waiting ones. Any other rating removes it from this
 * cram.
 */
function cram(session: Session, { at, rating, eventId }: ActionOf<'grade'>): Session {
  const { current } = session
  const before = current && session.cards[current.questionId]
  if (!current?.revealed || !before) return session
  const { questionId } = current
  const waiting = rating === 1 ? [...session.waiting, questionId] : session.waiting
  const what = { kind: 'grade', rating } as const
  const done = [...session.done, { eventId, questionId, at, what, before, ...spent(session, at) }]
  return showNext({ ...session, current: null, waiting, done }, at)
}

function flag(session: Session, { at, comment, eventId }: ActionOf<'flag'>): Reduced {
  const { current, pending } = session
  if (current === null) return quiet(session)
  const { questionId, answer } = current
  return {
    session: { ...session, pending: [...pending, { id: eventId, questionId }] },
    events: [{ id: eventId, questionId, at: iso(at), kind: 'flag', comment, answer }],
  }
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
    done: [...session.done, { eventId, questionId, at, what, before, ...spent(session, at) }],
    pending: [...session.pending, { id: eventId, questionId }],
  }
  return { session: showNext(putAway(acted, questionId), at), events: [submitted] }
}

function undo(session: Session, { eventId, at }: ActionOf<'undo'>): Reduced {
  const last = session.done.at(-1)
  if (last === undefined) return quiet(session)
  const { questionId, before } = last
  if (session.context === 'cram') return quiet(uncram(session, last, at))
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

function uncram(session: Session, { questionId }: Done, at: number): Session {
  const displaced = session.current?.questionId === questionId ? session : putBackCurrent(session)
  return show({ ...displaced, done: displaced.done.slice(0, -1) }, questionId, at)
}

const iso = (at: number) => new Date(at).toISOString()
