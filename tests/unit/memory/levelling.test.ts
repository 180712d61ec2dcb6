import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/study-day'
import type { CardState } from '@/lib/memory/card/state'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { type Load, levelledDays } from '@/lib/memory/schedule/levelling'
import { previewIntervals } from '@/lib/memory/schedule/preview-intervals'
import { allowedDays } from '@/lib/memory/schedule/schedule'
import { NOON, today } from './build'

const reviewCard = (stability: number, elapsed: number): CardState => ({
  phase: 'review',
  stability,
  difficulty: 5,
  reps: 4,
  lapses: 0,
  lastReviewAt: NOON - elapsed * 86_400_000,
  lastReviewDay: addDays(today(), -elapsed),
  intervalDays: elapsed,
  dueDay: today(),
})

const card = fc
  .tuple(fc.double({ min: 0.5, max: 400, noNaN: true }), fc.integer({ min: 1, max: 200 }))
  .map(([stability, elapsed]) => reviewCard(stability, elapsed))

const load: fc.Arbitrary<Load> = fc.record({
  from: fc.constant(today()),
  due: fc.array(fc.nat(60), { maxLength: 300 }),
  easyDays: fc.array(fc.constantFrom(0, 50, 100), { minLength: 7, maxLength: 7 }),
})

const gradeOf = (rating: 2 | 3 | 4, cardKey: string) => ({
  rating,
  at: NOON,
  day: today(),
  cardKey,
})

describe('levelling', () => {
  it('chooses among the days that the memory allows', () => {
    fc.assert(
      fc.property(
        card,
        load,
        fc.constantFrom(2, 3, 4),
        fc.string(),
        (state, given, rating, key) => {
          const grade = gradeOf(rating, key)
          const allowed = allowedDays(state, grade, DEFAULT_MODEL)
          const chosen = levelledDays(state, grade, DEFAULT_MODEL, given)
          if (allowed === null || chosen === undefined) throw new Error('a review has days')
          expect(chosen).toBeGreaterThanOrEqual(allowed.from)
          expect(chosen).toBeLessThanOrEqual(allowed.to)
          expect(allowed.usual).toBeGreaterThanOrEqual(allowed.from)
          expect(allowed.usual).toBeLessThanOrEqual(allowed.to)
        },
      ),
    )
  })

  it('keeps Hard below Good below Easy', () => {
    fc.assert(
      fc.property(card, load, fc.string(), (state, given, key) => {
        const previews = previewIntervals(state, NOON, today(), key, DEFAULT_MODEL, given)
        const [hard, good, easy] = ([2, 3, 4] as const).map((rating) => {
          const next = previews[rating].state
          return next.phase === 'review' ? next.intervalDays : 0
        })
        expect(hard).toBeLessThan(good ?? 0)
        expect(good).toBeLessThan(easy ?? 0)
      }),
    )
  })

  it('is the same for the same card and load', () => {
    fc.assert(
      fc.property(card, load, fc.string(), (state, given, key) => {
        const choose = () => levelledDays(state, gradeOf(3, key), DEFAULT_MODEL, given)
        expect(choose()).toBe(choose())
      }),
    )
  })

  it('leaves a day of no load alone when another is allowed', () => {
    // Sundays none; study day 0 was a Thursday.
    const easyDays = [100, 100, 100, 100, 100, 100, 0]
    for (let i = 0; i < 300; i += 1) {
      const grade = gradeOf(3, `card-${i}`)
      const state = reviewCard(10 + (i % 60), 10)
      const allowed = allowedDays(state, grade, DEFAULT_MODEL)
      const chosen = levelledDays(state, grade, DEFAULT_MODEL, { from: today(), due: [], easyDays })
      if (allowed === null || chosen === undefined || allowed.from === allowed.to) continue
      expect((today() + chosen + 3) % 7).not.toBe(6)
    }
  })

  it('spreads many cards more evenly than chance', () => {
    const spreadOf = (levelled: boolean) => {
      const due = new Array<number>(60).fill(0)
      for (let i = 0; i < 600; i += 1) {
        const grade = gradeOf(3, `card-${i}`)
        const state = reviewCard(20, 20)
        const given = { from: today(), due, easyDays: [100, 100, 100, 100, 100, 100, 100] }
        const days = levelled
          ? levelledDays(state, grade, DEFAULT_MODEL, given)
          : allowedDays(state, grade, DEFAULT_MODEL)?.usual
        if (days !== undefined) due[days] = (due[days] ?? 0) + 1
      }
      const used = due.filter((count) => count > 0)
      const mean = used.reduce((sum, count) => sum + count, 0) / used.length
      return used.reduce((sum, count) => sum + (count - mean) ** 2, 0) / used.length
    }
    expect(spreadOf(true)).toBeLessThan(spreadOf(false))
  })
})
