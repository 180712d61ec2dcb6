import type { Counts } from './queue'
import type { Session } from './session'
import type { SessionCard } from './wire'

/** Cards of the day beyond those that were sent. `counts` is of the whole day. */
export function beyondOf(counts: Counts, sent: readonly SessionCard[]): Counts {
  const beyond = { ...counts }
  for (const { card } of sent) {
    const { phase } = card.state
    beyond[phase === 'new' || phase === 'review' ? phase : 'learning'] -= 1
  }
  const { learning, review, new: fresh } = beyond
  return {
    learning: Math.max(0, learning),
    review: Math.max(0, review),
    new: Math.max(0, fresh),
  }
}

/**
 * What is left of the day, including the card on the screen and the cards that were not sent yet: the
 * same number as on Today.
 */
export function remaining(session: Session): Counts {
  const ids = [...session.waiting, ...session.learning]
  if (session.current !== null) ids.push(session.current.questionId)
  const counts = { learning: 0, review: 0, new: 0, ...session.beyond }
  for (const id of ids) {
    const phase = session.cards[id]?.card.state.phase
    if (phase === 'new' || phase === 'review') counts[phase] += 1
    else if (phase !== undefined) counts.learning += 1
  }
  return counts
}
