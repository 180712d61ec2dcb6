import type { EventId, QuestionId } from '../kernel/ids'
import type { Card } from '../memory/card/card'
import { isDueState, isSetAside } from '../memory/card/due'
import { isSameCard } from '../memory/card/same-card'
import type { Session } from './session'
import { putAway, settle, takeOut } from './session-places'
import type { ReviewOutcome } from './wire'

/**
 * Takes in what the server made of one event. Its card is the truth, unless newer things of ours
 * about the same card are still on their way: the last answer then settles it. What it refused is
 * not done and cannot be undone; the card does not come again in this session.
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
 * A card as another tab or device left it. Answered there, it goes from here, from the screen too.
 * What we did with it ourselves and is still on its way settles it later.
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
