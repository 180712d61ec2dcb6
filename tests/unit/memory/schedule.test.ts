import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asStudyDay, startOfStudyDay } from '@/lib/kernel/study-day'
import { type CardState, NEW_CARD, type Rating, type SeenState } from '@/lib/memory/card/state'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { nextMemory } from '@/lib/memory/schedule/algorithm'
import { previewIntervals } from '@/lib/memory/schedule/preview-intervals'
import { schedule } from '@/lib/memory/schedule/schedule'
import { CLOCK, DAY, dayOf, MINUTE, NOON, rating, today, UNFUZZED } from './build'

const grade = (given: Rating, at = NOON) => ({
  rating: given,
  at,
  day: dayOf(at),
  cardKey: 'card',
})

const waitMin = (state: SeenState) =>
  state.phase === 'review' ? null : (state.dueAt - state.lastReviewAt) / MINUTE

function cardAfter(ratings: readonly Rating[]): SeenState {
  const [first = 3, ...rest] = ratings
  return rest.reduce(
    (state, given) => schedule(state, grade(given), UNFUZZED),
    schedule(NEW_CARD, grade(first), UNFUZZED),
  )
}

const dueInstant = (state: SeenState) =>
  state.phase === 'review' ? startOfStudyDay(state.dueDay, CLOCK) + 12 * 60 * MINUTE : state.dueAt

/** Any card that has been reviewed: up to eight grades, at gaps of minutes to months. */
const reviewed = fc
  .array(fc.tuple(rating, fc.oneof(fc.nat(30), fc.nat(60 * 24 * 90))), {
    minLength: 1,
    maxLength: 8,
  })
  .map((grades) => {
    let at = NOON
    let state: CardState = NEW_CARD
    for (const [given, minutes] of grades) {
      at += minutes * MINUTE
      state = schedule(state, grade(given, at), DEFAULT_MODEL)
    }
    return { state, at }
  })

describe('golden vectors of FSRS-6 with default parameters', () => {
  it('1,3,3,3,3,3 at gaps of 0,0,1,3,8,21 days ends at S 53.62691, D 6.35749', () => {
    const history = [
      [1, 0],
      [3, 0],
      [3, 1],
      [3, 3],
      [3, 8],
      [3, 21],
    ] as const
    let memory = null
    for (const [given, gap] of history) memory = nextMemory(memory, gap, given, DEFAULT_MODEL)
    // The vector comes from 32-bit floats; ours is 53.626905.
    expect(memory?.stability).toBeCloseTo(53.62691, 4)
    expect(memory?.difficulty).toBeCloseTo(6.35749, 5)
  })

  it('Good x6, Again x2, Good x5, each at its due, waits 0,2,11,46,163,498,0,0,2,4,7,12,21', () => {
    const ratings: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3]
    let state: CardState = NEW_CARD
    let at = NOON
    const intervals = ratings.map((given) => {
      const next = schedule(state, grade(given, at), UNFUZZED)
      state = next
      at = dueInstant(next)
      return next.phase === 'review' ? next.intervalDays : 0
    })
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  })
})

describe('learning steps', () => {
  it('a new card waits 1, 5.5 or 10 minutes, or graduates on Easy', () => {
    expect(([1, 2, 3, 4] as const).map((given) => waitMin(cardAfter([given])))).toEqual([
      1,
      5.5,
      10,
      null,
    ])
    expect(cardAfter([4])).toMatchObject({ phase: 'review', intervalDays: 8 })
  })

  it('on the last step Hard repeats it, Again goes back, Good graduates', () => {
    expect(cardAfter([3, 2])).toMatchObject({ phase: 'learning', step: 1 })
    expect(waitMin(cardAfter([3, 2]))).toBe(10)
    expect(cardAfter([3, 1])).toMatchObject({ phase: 'learning', step: 0 })
    expect(cardAfter([3, 3])).toMatchObject({ phase: 'review', intervalDays: 2 })
  })

  it('two Goods graduate a card that was stored as JSON between them', () => {
    const stored: CardState = JSON.parse(JSON.stringify(cardAfter([3])))
    expect(schedule(stored, grade(3), UNFUZZED)).toEqual(cardAfter([3, 3]))
    expect(schedule(stored, grade(3), UNFUZZED).phase).toBe('review')
  })

  it('forgetting a review card counts a lapse and relearns it for 10 minutes', () => {
    const lapsed = cardAfter([3, 3, 1])
    expect(lapsed).toMatchObject({ phase: 'relearning', step: 0, lapses: 1, reps: 3 })
    expect(waitMin(lapsed)).toBe(10)
    expect(waitMin(cardAfter([3, 3, 1, 2]))).toBe(15)
    expect(cardAfter([3, 3, 1, 1])).toMatchObject({ phase: 'relearning', lapses: 1 })
    expect(cardAfter([3, 3, 1, 3]).phase).toBe('review')
  })

  it('a model without steps graduates at once', () => {
    const stepless = { ...UNFUZZED, learningStepsMin: [], relearningStepsMin: [] }
    const first = schedule(NEW_CARD, grade(1), stepless)
    expect(first.phase).toBe('review')
    expect(schedule(first, grade(1, NOON + DAY), stepless)).toMatchObject({
      phase: 'review',
      lapses: 1,
    })
  })
})

describe('study days', () => {
  it('a review across the rollover hour is a day later, however short the night', () => {
    const state = cardAfter([3, 3])
    const sameDay = schedule(state, { ...grade(3), at: NOON + MINUTE }, UNFUZZED)
    const nextDay = schedule(
      state,
      { ...grade(3), at: NOON + MINUTE, day: asStudyDay(today() + 1) },
      UNFUZZED,
    )
    expect(nextDay.stability).toBeGreaterThan(sameDay.stability)
  })

  it('a day before the last one (a flight west) counts as the same day', () => {
    const state = cardAfter([3, 3])
    const west = { ...grade(3), day: asStudyDay(today() - 1) }
    expect(schedule(state, west, UNFUZZED).stability).toBe(
      schedule(state, grade(3), UNFUZZED).stability,
    )
  })
})

describe('laws', () => {
  it('Again <= Hard <= Good <= Easy, and nothing is due before its review', () => {
    fc.assert(
      fc.property(reviewed, fc.nat(60 * 24 * 200), ({ state, at }, minutes) => {
        const now = at + minutes * MINUTE
        const previews = previewIntervals(state, now, dayOf(now), 'card', DEFAULT_MODEL, null)
        // A wait of minutes comes before any wait of days.
        const waits = ([1, 2, 3, 4] as const).map((each) => {
          const next = previews[each].state
          return next.phase === 'review' ? next.intervalDays * DAY : next.dueAt - next.lastReviewAt
        })
        expect(Math.min(...waits)).toBeGreaterThan(0)
        expect(waits).toEqual([...waits].sort((a, b) => a - b))
        if (state.phase === 'review') expect(new Set(waits).size).toBe(4)
      }),
    )
  })

  it('fuzz is the same each time, stays near the raw interval, and differs between cards', () => {
    const state = cardAfter([3, 3, 3, 3])
    const at = NOON + 60 * DAY
    const intervalOf = (cardKey: string, model = DEFAULT_MODEL) => {
      const next = schedule(state, { ...grade(3, at), cardKey }, model)
      return next.phase === 'review' ? next.intervalDays : 0
    }
    const raw = intervalOf('any', UNFUZZED)
    const keys = Array.from({ length: 40 }, (_, index) => `card-${index}`)
    const fuzzed = keys.map((key) => intervalOf(key))
    expect(keys.map((key) => intervalOf(key))).toEqual(fuzzed)
    expect(new Set(fuzzed).size).toBeGreaterThan(3)
    for (const days of fuzzed) expect(Math.abs(days - raw)).toBeLessThan(raw * 0.1 + 2)
  })

  it('a state survives JSON', () => {
    fc.assert(
      fc.property(reviewed, ({ state }) => {
        expect(JSON.parse(JSON.stringify(state))).toEqual(state)
      }),
    )
  })

  it('no interval passes the maximum', () => {
    const short = { ...UNFUZZED, maximumIntervalDays: 20 }
    const state = cardAfter([3, 3, 3, 3])
    for (const given of [2, 3, 4] as const) {
      expect(schedule(state, grade(given, NOON + 40 * DAY), short)).toMatchObject({
        intervalDays: 20,
      })
    }
  })
})
