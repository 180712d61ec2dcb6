import { describe, expect, it } from 'vitest'
import { summaryOf } from '@/app/(focus)/review/_components/summary-figures'
import { goalNow, tomorrowNow, wonIn } from '@/app/(focus)/review/_components/won'
import { asEventId, asLessonId } from '@/lib/kernel/ids'
import { addDays } from '@/lib/kernel/study-day'
import type { Rating } from '@/lib/memory/card/state'
import type { Ahead, Goal } from '@/lib/review/ahead'
import { newSession, type Session } from '@/lib/review/session'
import { reduce } from '@/lib/review/session-reducer'
import type { SessionCard } from '@/lib/review/wire'
import { CLOCK, MINUTE, NOON, today, UNFUZZED } from '../../memory/build'
import { review, sessionCard } from '../../review/build'

/** A session in which these cards were answered, a minute after each other. */
function answered(cards: readonly (readonly [SessionCard, Rating])[]): Session {
  let session = newSession(
    cards.map(([card]) => card),
    UNFUZZED,
    'review',
    today(),
  )
  session = reduce(session, { type: 'start', at: NOON }).session
  cards.forEach(([, rating], index) => {
    const at = NOON + (index + 1) * MINUTE
    session = reduce(session, { type: 'reveal', answer: null }).session
    const moment = { at, day: today(), eventId: asEventId(`event-${index}`) }
    session = reduce(session, { type: 'grade', rating, ...moment }).session
  })
  return session
}

const overdue = (name: string, topicTitle = 'Membership'): SessionCard => ({
  ...sessionCard(name, review(20, 10)),
  topicTitle,
})

const goal: Goal = { assignment: null, lessons: null, reach: 'all', known: 10, total: 40 }

describe('what a session won', () => {
  it('is the recall in a week with it, less the recall without it; a new question counted as 0', () => {
    const won = wonIn(
      answered([
        [overdue('a'), 3],
        [sessionCard('b'), 3],
        [overdue('c', 'Energy'), 4],
      ]),
    )
    expect(won.questions).toBe(3)
    expect(won.with).toBeGreaterThan(won.without)
    const [first, second] = won.topics
    expect(first).toMatchObject({ title: 'Membership', questions: 2 })
    // Of its two questions one was new.
    expect(first?.without).toBeLessThan(1)
    expect(second).toMatchObject({ title: 'Energy', questions: 1 })
    expect(second?.without).toBeGreaterThan(0.5)
  })

  it('counts a question once, from before its first answer, and nothing that was undone', () => {
    const session = answered([[overdue('a'), 1]])
    expect(wonIn(session).questions).toBe(1)
    const undo = { type: 'undo', at: NOON + 9 * MINUTE, eventId: asEventId('undo') } as const
    expect(wonIn(reduce(session, undo).session)).toEqual({
      questions: 0,
      without: 0,
      with: 0,
      topics: [],
    })
  })
})

describe('the goal', () => {
  it('grows by what the answers since then have won, in its own part', () => {
    const session = answered([
      [sessionCard('a'), 3],
      [sessionCard('b'), 3],
    ])
    expect(goalNow(session, goal, NOON).known).toBeCloseTo(12)
    // The first answer was known when the goal was computed.
    expect(goalNow(session, goal, NOON + MINUTE).known).toBeCloseTo(11)
    const elsewhere = { ...goal, lessons: [asLessonId('another')] }
    expect(goalNow(session, elsewhere, NOON).known).toBe(10)
    expect(goalNow(session, { ...goal, reach: 'core' }, NOON).known).toBe(10)
  })
})

describe('tomorrow', () => {
  it('has what was due then, and what was put there since', () => {
    const ahead: Ahead = { tomorrow: { due: 5, new: 20 }, goal }
    const session = answered([[overdue('a'), 3]])
    const sent = { at: NOON, day: today() }
    expect(tomorrowNow(session, ahead, sent)).toEqual({ due: 5, new: 20 })
    const [id, card] = Object.entries(session.cards)[0] ?? ['', overdue('a')]
    const soon = { ...card, card: review(0, 1) }
    expect(tomorrowNow({ ...session, cards: { [id]: soon } }, ahead, sent)?.due).toBe(6)
    expect(tomorrowNow(session, ahead, { at: NOON, day: addDays(today(), -1) })).toBeNull()
  })
})

describe('the hardest', () => {
  it('are at most three: those failed, then those recalled with difficulty', () => {
    const session = answered([
      [overdue('easy'), 4],
      [overdue('hard'), 2],
      [overdue('failed'), 1],
      [overdue('failed too'), 1],
      [overdue('failed as well'), 1],
    ])
    const names = (of: Session) =>
      summaryOf(of, NOON, CLOCK).hardest.map(({ shownCard, agains }) => [
        shownCard.question.id,
        agains,
      ])
    expect(names(session)).toEqual([
      ['failed', 1],
      ['failed too', 1],
      ['failed as well', 1],
    ])
    const one = answered([
      [overdue('hard'), 2],
      [overdue('failed'), 1],
    ])
    expect(names(one)).toEqual([
      ['failed', 1],
      ['hard', 0],
    ])
  })
})
