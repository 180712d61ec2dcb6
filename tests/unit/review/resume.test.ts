import { describe, expect, test } from 'vitest'
import { continued, resumed } from '@/lib/review/resume'
import { newSession, type Session } from '@/lib/review/session'
import { reduce } from '@/lib/review/session-reducer'
import { NOON, today, UNFUZZED } from '../memory/build'
import { eventId, id, review, sessionCard } from './build'

const begin = (...names: string[]): Session => {
  const cards = names.map((name) => sessionCard(name, review(10, 10)))
  const session = newSession(cards, UNFUZZED, 'review', today())
  return reduce(session, { type: 'start', at: NOON }).session
}
const graded = (session: Session, index: number, rating: 1 | 3): Session => {
  const at = NOON + index * 1000
  const shown = reduce(session, { type: 'reveal', answer: null }).session
  const moment = { at, day: today(), eventId: eventId(index) }
  return reduce(shown, { type: 'grade', rating, ...moment }).session
}
const undone = (session: Session) =>
  reduce(session, { type: 'undo', at: NOON + 60_000, eventId: eventId(99) })

describe('a session resumed as it was stored', () => {
  test('shows the same card, and counts its time from now', () => {
    const kept = graded(begin('a', 'b', 'c'), 1, 3)
    const again = resumed(structuredClone(kept), new Map(), NOON + 3_600_000)
    expect(again.current).toEqual({ ...kept.current, startedAt: NOON + 3_600_000 })
    expect(again.waiting).toEqual(kept.waiting)
  })

  test('waits only for what is still unconfirmed', () => {
    const kept = graded(graded(begin('a', 'b', 'c'), 1, 3), 2, 3)
    const again = resumed(kept, new Map([[eventId(2), id('b')]]), NOON)
    expect(again.pending.map(({ id: event }) => event)).toEqual([eventId(2)])
  })
})

describe('a session whose last answer was stored without it', () => {
  const kept = begin('a', 'b', 'c', 'd')
  const start = (session: Session) => reduce(session, { type: 'start', at: NOON }).session

  test('goes on with the card after the answered one', () => {
    const again = start(resumed(kept, new Map([[eventId(1), id('a')]]), NOON))
    expect(again.current?.questionId).toBe(id('b'))
    expect(again.waiting).toEqual([id('c'), id('d')])
  })

  test('does not show a card either that was answered in another tab', () => {
    const again = start(resumed(kept, new Map([[eventId(1), id('c')]]), NOON))
    expect(again.current?.questionId).toBe(id('a'))
    expect(again.waiting).toEqual([id('b'), id('d')])
  })
})

describe('a fresh queue in the same session', () => {
  test('can undo what was done before the reload', () => {
    const earlier = graded(begin('a', 'b', 'c'), 1, 3)
    const next = continued(begin('b', 'c', 'd'), earlier, new Map())
    const { session, events } = undone(next)
    expect(events).toMatchObject([{ kind: 'undo', undoes: eventId(1), questionId: id('a') }])
    expect(session.current?.questionId).toBe(id('a'))
    expect(session.cards[id('a')]?.card).toEqual(review(10, 10))
  })

  test('leaves a card revealed that was revealed while the stored session was read', () => {
    const earlier = graded(begin('a', 'b', 'c'), 1, 3)
    const fresh = begin('b', 'c', 'd')
    const shown = reduce(fresh, { type: 'reveal', answer: null }).session.current
    expect(shown?.revealed).toBe(true)
    expect(continued(fresh, earlier, new Map(), shown).current).toEqual(shown)
    // It is not the card that comes first now.
    expect(continued(begin('c', 'd'), earlier, new Map(), shown).current?.revealed).toBe(false)
  })

  test('still brings the cards in steps of minutes that the queue does not name yet', () => {
    const earlier = graded(begin('a', 'b'), 1, 1)
    expect(earlier.learning).toEqual([id('a')])
    const next = continued(begin('b'), earlier, new Map())
    expect(next.learning).toEqual([id('a')])
    expect(next.current?.questionId).toBe(id('b'))
  })

  test('believes the queue where both know a card', () => {
    const earlier = graded(begin('a', 'b'), 1, 1)
    const next = continued(begin('a', 'b'), earlier, new Map())
    expect(next.cards[id('a')]?.card).toEqual(review(10, 10))
    expect([...next.learning, ...next.waiting, next.current?.questionId].sort()).toEqual(
      [id('a'), id('b')].sort(),
    )
  })
})
