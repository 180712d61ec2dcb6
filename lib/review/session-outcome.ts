import type { EventId, QuestionId } from '../kernel/ids'
import type { Card } from '../memory/card/card'
import { isDueState, isSetAside } from '../memory/card/due'
import { isSameCard } from '../memory/card/same-card'
import type { Session } from './session'
import { putAway, settle, takeOut } from './session-places'
import type { ReviewOutcome } from './wire'

/**
 * Takes over the server's outcome of one event. The server's card is the truth, unless newer events
 * about the same card have not been confirmed yet: the answer to the last of these then decides. An
 * event that was refused did not happen and cannot be undone, and its card is not shown again in
 * this session.
 */
export function adopt(session: Session, outcome: ReviewOutcome): Session {
  const sent = session.pending.find(({ id }) => id === outcome.id)
  if (sent === undefined) return session
  const { id, questionId } = sent
  const answered: Session = {
    ...session,
    pending: session.pending.filter((each) => each.id !== id),
  }
  switch (outcome.status) {
    case 'accepted':
    case 'duplicate':
      return adoptCard(answered, questionId, outcome.card)
    case 'rejected': {
      const { reason, message } = outcome
      const refused = [...answered.refused, { eventId: id, questionId, reason, message }]
      return rest({ ...answered, refused }, id, questionId)
    }
  }
}

/**
 * Takes over a card that another tab or device changed. If it was answered there, it leaves this
 * session, even from the screen. If events of ours about it have not been confirmed yet, the
 * answers to these decide later.
 */
export function adoptElsewhere(
  session: Session,
  { questionId, card, at }: { questionId: QuestionId; card: Card; at: number },
): Session {
  const known = session.cards[questionId]
  if (known === undefined || session.pending.some((each) => each.questionId === questionId)) {
    return session
  }
  if (isSameCard(known.card, card)) return session
  const adopted = { ...session, cards: { ...session.cards, [questionId]: { ...known, card } } }
  const comesAnyway = card.state.phase === 'new' || isDueState(card.state, at, session.today)
  if (comesAnyway && !isSetAside(card, session.today)) return adopted
  const shown = adopted.current?.questionId === questionId ? null : adopted.current
  return { ...putAway(adopted, questionId), current: shown }
}

function adoptCard(session: Session, questionId: QuestionId, card: Card): Session {
  const known = session.cards[questionId]
  const onTheWay = session.pending.some((each) => each.questionId === questionId)
  if (known === undefined || onTheWay) return session
  const cards = { ...session.cards, [questionId]: { ...known, card } }
  return settle({ ...session, cards }, questionId)
}

function rest(session: Session, id: EventId, questionId: QuestionId): Session {
  const isOurs = session.done.some(({ eventId }) => eventId === id)
  if (!isOurs) return session
  const undone = { ...session, done: session.done.filter(({ eventId }) => eventId !== id) }
  return undone.current?.questionId === questionId ? undone : takeOut(undone, questionId)
}
