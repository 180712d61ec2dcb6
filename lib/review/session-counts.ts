import type { Counts } from './queue'
import type { Session } from './session'

/** What is left in the session, including the card on the screen. */
export function remaining(session: Session): Counts {
  const ids = [...session.waiting, ...session.learning]
  if (session.current !== null) ids.push(session.current.questionId)
  const counts = { learning: 0, review: 0, new: 0 }
  for (const id of ids) {
    const phase = session.cards[id]?.card.state.phase
    if (phase === 'new' || phase === 'review') counts[phase] += 1
    else if (phase !== undefined) counts.learning += 1
  }
  return counts
}
