import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR_MS as HOUR } from '@/lib/kernel/duration'
import { addDays } from '@/lib/kernel/study-day'
import { UNSEEN_CARD } from '@/lib/memory/card/card'
import { NO_RECORD, recordAfter } from '@/lib/memory/card/card-record'
import type { Rating } from '@/lib/memory/card/state'
import type { CardEvent } from '@/lib/memory/log/card-event'
import { addCounts, NO_COUNTS } from '@/lib/memory/log/day-counts'
import { fold, standing } from '@/lib/memory/log/fold'
import { step } from '@/lib/memory/schedule/step'
import { DAY, dayOf, eventId, log, MINUTE, NOON, QUESTION, testModels, UNFUZZED } from './build'

const folded = (events: readonly CardEvent[]) => fold(events, testModels)

const happened = (index: number, at: number) => ({
  id: eventId(index),
  questionId: QUESTION,
  at,
  day: dayOf(at),
})
const graded = (index: number, rating: Rating, at: number, durationMs = 0): CardEvent => ({
  ...happened(index, at),
  kind: 'grade',
  rating,
  modelVersion: UNFUZZED.version,
  durationMs,
})
const undo = (index: number, target: number, at: number): CardEvent => ({
  ...happened(index, at),
  kind: 'undo',
  undoes: eventId(target),
})

describe('laws of the log', () => {
  it('the same event twice is the event once', () => {
    fc.assert(
      fc.property(log, (events) => {
        expect(folded([...events, ...events])).toEqual(folded(events))
      }),
    )
  })

  it('events in any order make the same card and the same days', () => {
    const shuffled = log.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([events, mixed]) => {
        expect(folded(mixed)).toEqual(folded(events))
      }),
    )
  })

  it('an undo returns the card and the days before, also when it arrives first or twice', () => {
    const acting = log.filter((events) => events.at(-1)?.kind === 'grade')
    fc.assert(
      fc.property(acting, (events) => {
        const last = events.at(-1)
        if (last === undefined) return
        const taken = { ...undo(900, 0, last.at), undoes: last.id }
        const again = { ...undo(901, 0, last.at + MINUTE), undoes: last.id }
        const before = folded(events.slice(0, -1))
        expect(folded([...events, taken])).toEqual(before)
        expect(folded([taken, ...events])).toEqual(before)
        expect(folded([...events, taken, again])).toEqual(before)
      }),
    )
  })

  it('step by step equals the fold', () => {
    fc.assert(
      fc.property(log, (events) => {
        let card = UNSEEN_CARD
        let record = NO_RECORD
        const days = new Map()
        for (const event of standing(events)) {
          const stepped = step(card, event, testModels)
          record = recordAfter(record, card.state, event, testModels)
          card = JSON.parse(JSON.stringify(stepped.card))
          days.set(event.day, addCounts(days.get(event.day) ?? NO_COUNTS, stepped.counts))
        }
        expect({ card, record, days }).toEqual(folded(events))
      }),
    )
  })
})

describe('a move', () => {
  const learnt = [graded(1, 3, NOON), graded(2, 3, NOON + 10 * MINUTE)]
  const moved = (index: number, at: number, days: number): CardEvent => ({
    ...happened(index, at),
    kind: 'move',
    toDay: addDays(dayOf(at), days),
  })

  it('changes the due day alone, and the next answer counts from the last one', () => {
    const before = folded(learnt).card
    const after = folded([...learnt, moved(3, NOON + HOUR, 9)]).card
    expect(after).toEqual({
      ...before,
      state: { ...before.state, dueDay: addDays(dayOf(NOON), 9) },
    })
    const answer = graded(4, 3, NOON + 9 * DAY)
    const unmoved = folded([...learnt, answer]).card
    expect(folded([...learnt, moved(3, NOON + HOUR, 9), answer]).card).toEqual(unmoved)
  })

  it('never makes a card due before the day of the move', () => {
    const { state } = folded([...learnt, moved(3, NOON + DAY, -5)]).card
    expect(state).toMatchObject({ phase: 'review', dueDay: dayOf(NOON + DAY) })
  })

  it('leaves a card alone that is new or in learning steps', () => {
    expect(folded([moved(1, NOON, 3)]).card).toEqual(UNSEEN_CARD)
    const inSteps = folded(learnt.slice(0, 1)).card
    expect(folded([...learnt.slice(0, 1), moved(2, NOON + MINUTE, 3)]).card).toEqual(inSteps)
  })
})

describe('undo', () => {
  const first = graded(1, 3, NOON)
  const second = graded(2, 3, NOON + 10 * MINUTE)
  const third = graded(3, 1, NOON + 2 * DAY)

  it('restores due to the millisecond', () => {
    const odd = graded(4, 3, NOON + 777)
    const card = folded([odd, second, undo(5, 2, NOON + 11 * MINUTE)]).card
    expect(card.state).toMatchObject({ phase: 'learning', dueAt: NOON + 777 + 10 * MINUTE })
  })

  it('of an undo has no effect', () => {
    const events = [first, second, undo(4, 2, NOON + DAY), undo(5, 4, NOON + DAY + 1)]
    expect(folded(events)).toEqual(folded([first]))
  })

  it('of an answer in the middle schedules the later ones again without it', () => {
    const events = [first, second, third, undo(4, 2, NOON + 3 * DAY)]
    expect(folded(events)).toEqual(folded([first, third]))
  })

  it('of an event that never came changes nothing', () => {
    expect(folded([first, undo(4, 99, NOON)])).toEqual(folded([first]))
  })
})

describe('setting a card aside', () => {
  const first = graded(1, 3, NOON)

  it('buries until the next study day, suspends until undone', () => {
    const buried = folded([first, { ...happened(2, NOON + MINUTE), kind: 'bury' }]).card
    expect(buried.buriedUntil).toBe(addDays(dayOf(NOON), 1))
    const suspended = folded([first, { ...happened(2, NOON + MINUTE), kind: 'suspend' }]).card
    expect(suspended.suspended).toBe(true)
  })

  it('reset makes the card new, unsuspended and unburied', () => {
    const events: CardEvent[] = [
      first,
      { ...happened(2, NOON + 1), kind: 'suspend' },
      { ...happened(3, NOON + 2), kind: 'bury' },
      { ...happened(4, NOON + 3), kind: 'reset' },
    ]
    expect(folded(events).card).toEqual(UNSEEN_CARD)
  })
})

describe('what a day counts', () => {
  it('each grade, first grades of new cards, and first reviews of the day with their recall', () => {
    const events = [
      graded(1, 3, NOON, 4000),
      graded(2, 3, NOON + 10 * MINUTE, 2000),
      graded(3, 1, NOON + 2 * DAY, 3000),
      graded(4, 3, NOON + 2 * DAY + 10 * MINUTE, 1000),
      graded(5, 2, NOON + 4 * DAY, 500),
    ]
    const { days } = folded(events)
    expect([...days.values()]).toEqual([
      {
        ...NO_COUNTS,
        reviews: 2,
        introduced: 1,
        retentionTotal: 0,
        retentionPassed: 0,
        durationMs: 6000,
      },
      {
        ...NO_COUNTS,
        reviews: 2,
        introduced: 0,
        retentionTotal: 1,
        retentionPassed: 0,
        durationMs: 4000,
      },
      {
        ...NO_COUNTS,
        reviews: 1,
        introduced: 0,
        retentionTotal: 1,
        retentionPassed: 1,
        durationMs: 500,
      },
    ])
  })

  it('a second look at a review card on the same day is no test of retention', () => {
    const events = [graded(1, 4, NOON), graded(2, 3, NOON + MINUTE)]
    expect(folded(events).days.get(dayOf(NOON))).toMatchObject({ reviews: 2, retentionTotal: 0 })
  })
})

it('a grade by an unknown model is refused, not guessed', () => {
  const strange: CardEvent = {
    ...happened(1, NOON),
    kind: 'grade',
    rating: 3,
    modelVersion: 'fsrs9',
  }
  expect(() => folded([strange])).toThrow('fsrs9')
})
