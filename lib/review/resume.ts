import { asQuestionId, type QuestionId } from '../kernel/ids'
import { isSetAside } from '../memory/card/due'
import { byDue, type Session } from './session'
import { takeOut } from './session-places'
import type { SessionCard } from './wire'

/**
 * A stored session, resumed at `at` (ms). `waiting` are the ids of events that are not confirmed
 * yet, with their questions. A question of an event that the session does not know is left out: it was
 * answered in another tab, or just before the browser ended, when the session was not stored yet.
 */
export function resumed(kept: Session, waiting: ReadonlyMap<string, string>, at: number): Session {
  const left = [...waiting].reduce(
    (session, [id, questionId]) =>
      kept.pending.some((known) => known.id === id)
        ? session
        : leaveOut(session, asQuestionId(questionId)),
    kept,
  )
  const { current } = left
  return {
    ...left,
    current: current && { ...current, startedAt: at },
    pending: kept.pending.filter(({ id }) => waiting.has(id)),
  }
}

const leaveOut = (session: Session, questionId: QuestionId): Session => ({
  ...takeOut(session, questionId),
  current: session.current?.questionId === questionId ? null : session.current,
})

/**
 * The queue as the server has it now, as a continuation of the session `earlier`: what was done
 * there can still be undone, and its cards in learning steps still come back. `shown` is the card that
 * was on the screen while `earlier` was read: if it comes first, it stays as the learner left it.
 */
export function continued(
  fresh: Session,
  earlier: Session,
  waiting: ReadonlyMap<string, string>,
  shown: Session['current'] = null,
): Session {
  const inSteps = earlier.learning.filter((id) => {
    const known = earlier.cards[id]
    return fresh.cards[id] === undefined && known && !isSetAside(known.card, fresh.today)
  })
  const needed = new Set<QuestionId>([...inSteps, ...earlier.done.map((done) => done.questionId)])
  const cards: Record<QuestionId, SessionCard> = {}
  for (const id of needed) {
    const known = earlier.cards[id]
    if (known) cards[id] = known
  }
  const all = { ...cards, ...fresh.cards }
  return {
    ...fresh,
    cards: all,
    current: shown?.questionId === fresh.current?.questionId ? shown : fresh.current,
    learning: byDue(all, [...fresh.learning, ...inSteps]),
    done: earlier.done,
    pending: earlier.pending.filter(({ id }) => waiting.has(id)),
  }
}
