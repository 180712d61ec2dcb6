import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/study-day'
import { type Card, UNSEEN_CARD } from '@/lib/memory/card/card'
import { buildQueue, type QueueCard, type QueueInput } from '@/lib/review/queue'
import { MINUTE, NOON, today, UNFUZZED } from '../memory/build'
import { id, learning, review } from './build'

const card = (
  name: string,
  state: Card = UNSEEN_CARD,
  siblings: string[] = [],
  tells: string[] = [],
): QueueCard => ({
  questionId: id(name),
  card: state,
  siblings: siblings.map(id),
  rank: 0,
  tells: tells.map(id),
})

const input = (cards: readonly QueueCard[], parts: Partial<QueueInput> = {}): QueueInput => ({
  cards,
  limits: { newPerDay: 20, reviewsPerDay: 200 },
  chosenBy: 'due',
  doneToday: { introduced: 0, reviews: 0, graded: new Set() },
  today: today(),
  now: NOON,
  model: UNFUZZED,
  ...parts,
})

const order = (cards: readonly QueueCard[], parts: Partial<QueueInput> = {}) =>
  buildQueue(input(cards, parts)).cards

describe('the order', () => {
  it('has a question before those that tell its answer, and else leaves each where it was', () => {
    const cards = [
      card('teller', review(10, 10, 3), [], ['told', 'not-due']),
      card('between', review(10, 10, 10)),
      card('told', review(10, 10, 20)),
      card('last', review(10, 10, 30)),
    ]
    expect(order(cards)).toEqual(['told', 'teller', 'between', 'last'])
  })

  it('is learning due, reviews of one day by lowest recall with new ones between, then learning ahead', () => {
    const cards = [
      card('new-1'),
      card('review-strong', review(10, 10, 30)),
      card('ahead', learning(NOON + 19 * MINUTE)),
      card('review-weak', review(10, 10, 3)),
      card('learning-later', learning(NOON - MINUTE)),
      card('new-2'),
      card('learning-first', learning(NOON - 5 * MINUTE)),
      card('review-middle', review(10, 10, 10)),
    ]
    const queue = buildQueue(input(cards))
    expect(queue.cards).toEqual([
      'learning-first',
      'learning-later',
      'review-weak',
      'new-1',
      'review-middle',
      'new-2',
      'review-strong',
      'ahead',
    ])
    expect(queue.counts).toEqual({ learning: 3, review: 3, new: 2 })
  })

  it('takes, of too many, the longest due, and while a backlog is spread those that lose most by tomorrow', () => {
    const cards = [
      // Hardly fades, and is known.
      card('steady', review(100, 100, 400)),
      // Fades fast, and is on the brink.
      card('brink', review(6, 5, 5)),
      card('brink-later', review(5, 5, 6)),
      // Long forgotten: another day takes little more.
      card('lost', review(300, 5, 1)),
    ]
    const limits = { newPerDay: 0, reviewsPerDay: 2 }
    expect(order(cards, { limits, chosenBy: 'loss' })).toEqual(['brink', 'brink-later'])
    expect(order(cards, { limits })).toEqual(['lost', 'brink'])
  })

  it('has the longest due review first, whatever its recall', () => {
    const cards = [card('today', review(5, 5, 1)), card('last-week', review(20, 13, 400))]
    expect(order(cards)).toEqual(['last-week', 'today'])
  })

  it('has the new cards among the first reviews, so that they are started when time runs out', () => {
    const cards = [
      card('new-1'),
      card('new-2'),
      ...Array.from({ length: 40 }, (_, index) => card(`review-${index}`, review(5, 2))),
    ]
    const places = order(cards).flatMap((name, place) => (name.startsWith('new') ? [place] : []))
    expect(places).toEqual([1, 3])
  })

  it('leaves out what is not due, set aside, or in steps for longer than 20 minutes', () => {
    const cards = [
      card('tomorrow', review(1, 2)),
      card('long-step', learning(NOON + 21 * MINUTE)),
      card('suspended', { ...review(5, 2), suspended: true }),
      card('buried', { ...review(5, 2), buriedUntil: addDays(today(), 1) }),
      card('buried-new', { ...UNSEEN_CARD, buriedUntil: addDays(today(), 1) }),
      card('back-today', { ...review(5, 2), buriedUntil: today() }),
    ]
    expect(order(cards)).toEqual(['back-today'])
  })

  it('a session of new cards keeps the course order', () => {
    expect(order([card('c'), card('a'), card('b')])).toEqual(['c', 'a', 'b'])
  })
})

describe('limits', () => {
  const cards = [
    ...Array.from({ length: 5 }, (_, index) => card(`new-${index}`)),
    ...Array.from({ length: 5 }, (_, index) => card(`review-${index}`, review(5, 2))),
    card('learning', learning(NOON)),
  ]

  it('count what was done today, and never hold back learning cards', () => {
    const queue = buildQueue(
      input(cards, {
        limits: { newPerDay: 4, reviewsPerDay: 6 },
        doneToday: { introduced: 1, reviews: 4, graded: new Set() },
      }),
    )
    expect(queue.counts).toEqual({ learning: 1, review: 2, new: 3 })
  })

  it('already reached give no more cards', () => {
    const over = { introduced: 9, reviews: 9, graded: new Set<never>() }
    const limits = { newPerDay: 4, reviewsPerDay: 6 }
    expect(order(cards, { limits, doneToday: over })).toEqual(['learning'])
  })
})

describe('siblings', () => {
  it('the later one is hidden, whether review or new', () => {
    const cards = [
      card('new', UNSEEN_CARD, ['weak']),
      card('strong', review(5, 2, 30), ['weak']),
      card('weak', review(5, 2, 3), ['strong', 'new']),
      card('alone'),
    ]
    expect(order(cards)).toEqual(['weak', 'alone'])
  })

  it('a review that falls due today gives way to a new one, and goes before it tomorrow', () => {
    const duo = (daysAgo: number) => [
      card('new', UNSEEN_CARD, ['seen']),
      card('seen', review(daysAgo, 5), ['new']),
    ]
    expect(order(duo(5))).toEqual(['new'])
    expect(order(duo(6))).toEqual(['seen'])
    expect(order(duo(5), { limits: { newPerDay: 0, reviewsPerDay: 9 } })).toEqual(['seen'])
    expect(order(duo(5), { chosenBy: 'loss' })).toEqual(['seen'])
  })

  it('one graded today hides the others, one hidden does not hide', () => {
    const cards = [
      card('a', UNSEEN_CARD, ['done', 'b']),
      card('b', UNSEEN_CARD, ['a', 'c']),
      card('c', UNSEEN_CARD, ['b']),
    ]
    const doneToday = { introduced: 0, reviews: 0, graded: new Set([id('done')]) }
    expect(order(cards, { doneToday })).toEqual(['b'])
  })

  it('learning cards are never hidden, but hide others', () => {
    const cards = [
      card('step-1', learning(NOON), ['step-2', 'new']),
      card('step-2', learning(NOON - 1), ['step-1']),
      card('new', UNSEEN_CARD, ['step-1']),
    ]
    expect(order(cards)).toEqual(['step-2', 'step-1'])
  })
})

describe('laws', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const state: fc.Arbitrary<Card> = fc.oneof(
    fc.constant(UNSEEN_CARD),
    fc.integer({ min: -30, max: 40 }).map((minutes) => learning(NOON + minutes * MINUTE)),
    fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 99 }))
      .map(([ago, interval, stability]) => review(ago, interval, stability)),
  )
  const aside = fc.record({
    suspended: fc.boolean(),
    buriedUntil: fc.constantFrom(null, null, today(), addDays(today(), 1)),
  })
  const pair = fc.tuple(fc.nat(7), fc.nat(7))
  const inputs = fc
    .record({
      cards: fc.array(fc.tuple(state, aside), { minLength: 8, maxLength: 8 }),
      pairs: fc.array(pair, { maxLength: 6 }),
      newPerDay: fc.nat(6),
      reviewsPerDay: fc.nat(6),
      introduced: fc.nat(3),
      reviews: fc.nat(3),
      graded: fc.subarray(names),
    })
    .map((draw) =>
      input(
        draw.cards.map(([made, set], index) =>
          card(
            names[index] ?? '',
            index % 4 === 0 ? { ...made, ...set } : made,
            draw.pairs.flatMap(([a, b]) =>
              a === b ? [] : a === index ? [names[b] ?? ''] : b === index ? [names[a] ?? ''] : [],
            ),
          ),
        ),
        {
          limits: { newPerDay: draw.newPerDay, reviewsPerDay: draw.reviewsPerDay },
          doneToday: {
            introduced: draw.introduced,
            reviews: draw.reviews,
            graded: new Set(draw.graded.map(id)),
          },
        },
      ),
    )

  it('never exceeds the limits, never shows siblings or a card twice, and is deterministic', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const queue = buildQueue(given)
        expect(buildQueue(given)).toEqual(queue)
        expect(new Set(queue.cards).size).toBe(queue.cards.length)
        const { introduced, reviews, graded } = given.doneToday
        const { newPerDay, reviewsPerDay } = given.limits
        expect(queue.counts.new).toBeLessThanOrEqual(Math.max(0, newPerDay - introduced))
        expect(queue.counts.review).toBeLessThanOrEqual(Math.max(0, reviewsPerDay - reviews))
        for (const { questionId, card: each, siblings } of given.cards) {
          if (!queue.cards.includes(questionId)) continue
          expect(each.suspended).toBe(false)
          if (each.state.phase === 'learning') continue
          for (const sibling of siblings) {
            expect(queue.cards.includes(sibling) || graded.has(sibling)).toBe(false)
          }
        }
      }),
    )
  })

  it('does not depend on the order in which seen cards come', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const isNew = ({ card: each }: QueueCard) => each.state.phase === 'new'
        const seen = given.cards.filter((each) => !isNew(each)).reverse()
        const mixed = { ...given, cards: [...seen, ...given.cards.filter(isNew)] }
        expect(buildQueue(mixed)).toEqual(buildQueue(given))
      }),
    )
  })
})
