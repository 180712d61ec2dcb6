import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedBy, keptPlan, memoryRule, plannedRecall } from '@/lib/cohort/kept-plan'
import type { LearnerMemory } from '@/lib/cohort/learner-memory'
import { idleRecall, readiness } from '@/lib/cohort/readiness'
import { addDays } from '@/lib/kernel/study-day'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { recallAfter } from '@/lib/memory/schedule/algorithm'
import { memoryOf, type Seen, TODAY, upTo } from './build'

const rule = memoryRule(DEFAULT_MODEL)
const planOf = (memory: LearnerMemory, over: object = {}) =>
  keptPlan(
    memory,
    {
      today: TODAY,
      newPerDay: 10,
      reviewsPerDay: 100,
      introducedToday: 0,
      order: { first: upTo(memory.phase.length), waiting: [] },
      ...over,
    },
    rule,
  )

const seen: fc.Arbitrary<Seen> = fc.record({
  stability: fc.double({ min: 0.5, max: 400, noNaN: true }),
  reviewedAgo: fc.integer({ min: 0, max: 90 }),
  dueIn: fc.integer({ min: -60, max: 90 }),
  suspended: fc.boolean(),
})
const cards = fc.array(seen, { minLength: 1, maxLength: 40 })
const ahead = fc.integer({ min: 0, max: 300 })

describe('readiness without a review', () => {
  it('is the mean predicted recall, an unseen question counting nothing', () => {
    const memory = memoryOf([{ stability: 10, reviewedAgo: 3, dueIn: 7 }], 4)
    const { idle } = readiness(memory, planOf(memory), upTo(4), addDays(TODAY, 7))
    expect(idle).toBeCloseTo(recallAfter(10, 10, DEFAULT_MODEL) / 4, 6)
    expect(idle).toBeCloseTo(0.9 / 4, 6)
  })

  it('counts what is suspended, buried or in learning steps by its memory', () => {
    const plain = { stability: 10, reviewedAgo: 2, dueIn: 8 }
    const memory = memoryOf([
      plain,
      { ...plain, suspended: true },
      { ...plain, buriedFor: 1 },
      { ...plain, phase: 1 },
      { ...plain, phase: 3 },
    ])
    const recalls = upTo(5).map((index) => idleRecall(memory, index, TODAY, rule.recall))
    expect(new Set(recalls).size).toBe(1)
  })

  it('never rises with the days', () => {
    fc.assert(
      fc.property(cards, ahead, ahead, (given, a, b) => {
        const memory = memoryOf(given)
        const plan = planOf(memory)
        const on = (days: number) =>
          readiness(memory, plan, upTo(given.length), addDays(TODAY, days)).idle
        expect(on(Math.max(a, b))).toBeLessThanOrEqual(on(Math.min(a, b)) + 1e-12)
      }),
    )
  })

  it('is 0 for no questions', () => {
    const memory = memoryOf([])
    expect(readiness(memory, planOf(memory), [], TODAY)).toEqual({ idle: 0, planned: 0 })
  })
})

describe('readiness with the plan kept', () => {
  it('is never below that without a review, and the same today', () => {
    fc.assert(
      fc.property(cards, ahead, (given, days) => {
        const memory = memoryOf(given, given.length + 5)
        const plan = planOf(memory)
        const all = upTo(given.length + 5)
        const later = readiness(memory, plan, all, addDays(TODAY, days))
        // A review takes recall up again; what relearning costs in stability shows only far off.
        expect(later.planned).toBeGreaterThanOrEqual(later.idle - 0.02)
        const now = readiness(memory, plan, all, TODAY)
        expect(now.planned).toBeCloseTo(now.idle, 12)
      }),
    )
  })

  it('holds what is reviewed above nine tenths of what is wanted, as far as one looks', () => {
    const memory = memoryOf([{ stability: 5, reviewedAgo: 1, dueIn: 4 }])
    const plan = planOf(memory)
    for (let days = 1; days < 300; days += 1) {
      expect(plannedRecall(memory, plan, 0, addDays(TODAY, days))).toBeGreaterThan(0.89)
    }
  })

  it('begins new questions at the limit a day, in order', () => {
    const memory = memoryOf([], 25)
    const plan = planOf(memory, { introducedToday: 4 })
    expect([...plan.next].map((day) => day - TODAY)).toEqual([
      ...upTo(6).map(() => 0),
      ...upTo(10).map(() => 1),
      ...upTo(9).map(() => 2),
    ])
    expect(plannedRecall(memory, plan, 0, TODAY)).toBe(0)
    expect(plannedRecall(memory, plan, 0, addDays(TODAY, 1))).toBeGreaterThan(0.8)
    expect(plannedRecall(memory, plan, 24, addDays(TODAY, 2))).toBe(0)
    expect(askedBy(plan, addDays(TODAY, 1))).toBe(16)
  })

  it('makes up what is overdue at the limit of reviews, the longest overdue first', () => {
    const memory = memoryOf(
      upTo(10).map((index) => ({ stability: 5, reviewedAgo: 30, dueIn: index - 20 })),
    )
    const plan = planOf(memory, { reviewsPerDay: 4 })
    expect([...plan.next].map((day) => day - TODAY)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2])
  })

  it('leaves what is suspended to be forgotten, and brings back what is buried', () => {
    const card = { stability: 5, reviewedAgo: 4, dueIn: -1 }
    const memory = memoryOf([
      { ...card, suspended: true },
      { ...card, buriedFor: 3 },
    ])
    const plan = planOf(memory)
    const day = addDays(TODAY, 40)
    expect(plannedRecall(memory, plan, 0, day)).toBe(idleRecall(memory, 0, day, rule.recall))
    expect((plan.next[1] ?? 0) - TODAY).toBe(3)
  })
})
