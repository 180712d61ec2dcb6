import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastBytes, forecastOf, judge, testedOn } from '@/lib/cohort/forecast-record'
import { keptPlan, memoryRule } from '@/lib/cohort/kept-plan'
import { idleRecall } from '@/lib/cohort/readiness'
import { asEventId, asQuestionId } from '@/lib/kernel/ids'
import { addDays, asStudyDay } from '@/lib/kernel/study-day'
import type { CardEvent } from '@/lib/memory/log/card-event'
import { historyOf } from '@/lib/memory/log/card-history'
import { DEFAULT_MODEL, shippedModel } from '@/lib/memory/model/shipped-models'
import { memoryOf, TODAY, upTo } from './build'

const rule = memoryRule(DEFAULT_MODEL)
const ground = { today: TODAY, newPerDay: 5, reviewsPerDay: 50, introducedToday: 0 }

describe('a stored forecast', () => {
  it('is read back within a four-hundredth, and nothing is said of what was not seen', () => {
    const seen = fc.record({
      stability: fc.double({ min: 0.2, max: 900, noNaN: true }),
      reviewedAgo: fc.integer({ min: 0, max: 200 }),
      dueIn: fc.integer({ min: -20, max: 60 }),
    })
    fc.assert(
      fc.property(fc.array(seen, { minLength: 1, maxLength: 20 }), (given) => {
        const memory = memoryOf(given, given.length + 1)
        const plan = keptPlan(
          memory,
          { ...ground, order: { first: upTo(given.length + 1), waiting: [] } },
          rule,
        )
        const day = addDays(TODAY, 7)
        const { idle, planned } = forecastBytes(memory, plan, day, 0.8)
        for (const index of given.keys()) {
          const error =
            (forecastOf(idle, index) ?? -1) - idleRecall(memory, index, day, rule.recall)
          expect(Math.abs(error)).toBeLessThan(1 / 400)
        }
        expect(forecastOf(idle, given.length)).toBeNull()
        expect(forecastOf(planned, given.length)).toBeNull()
        expect(forecastOf(idle, 999)).toBeNull()
      }),
    )
  })
})

describe('the judgement of a forecast', () => {
  const bytes = { idle: Uint8Array.of(200, 225, 255), planned: Uint8Array.of(245, 240, 255) }
  const outcome = (index: number, recalled: boolean, reviewedOn: number) => ({
    index,
    recalled,
    lastReviewDay: asStudyDay(reviewedOn),
  })

  it('takes the forecast without a review for what was left alone, else that of the plan', () => {
    const bins = judge(bytes, TODAY, [
      outcome(0, true, TODAY - 3),
      outcome(1, false, TODAY + 2),
      outcome(2, true, TODAY - 3),
    ])
    expect(bins).toEqual([
      expect.objectContaining({ branch: 'idle', bin: 8, tested: 1, recalled: 1, forecastSum: 0.8 }),
      expect.objectContaining({ branch: 'planned', bin: 9, tested: 1, recalled: 0 }),
    ])
    expect(bins[0]?.squaredSum).toBeCloseTo(0.04, 9)
    expect(bins[1]?.squaredSum).toBeCloseTo(0.96 ** 2, 9)
  })

  it('adds up over any split of the outcomes', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.boolean(), fc.boolean()), {
      maxLength: 30,
    })
    const total = (bins: ReturnType<typeof judge>) =>
      bins.reduce((sum, { tested, squaredSum }) => sum + tested + squaredSum, 0)
    fc.assert(
      fc.property(some, some, (a, b) => {
        const all = (given: typeof a) =>
          given.map(([index, recalled, alone]) =>
            outcome(index, recalled, TODAY + (alone ? -1 : 1)),
          )
        const parts = total(judge(bytes, TODAY, all(a))) + total(judge(bytes, TODAY, all(b)))
        expect(total(judge(bytes, TODAY, [...all(a), ...all(b)]))).toBeCloseTo(parts, 9)
      }),
    )
  })
})

describe('what a review tested', () => {
  const event = (n: number, day: number, rating: 1 | 3 | 4): CardEvent => ({
    id: asEventId(`${n}`),
    questionId: asQuestionId('a'),
    at: day * 86_400_000 + n,
    day: asStudyDay(day),
    kind: 'grade',
    rating,
    modelVersion: DEFAULT_MODEL.version,
  })
  const history = historyOf([event(1, 10, 4), event(2, 30, 1), event(3, 30, 3)], shippedModel)

  it('is the first grade of a day in phase review', () => {
    expect(testedOn(history, asStudyDay(30))).toEqual({ recalled: false, lastReviewDay: 10 })
  })

  it('is nothing on the day a question was begun, and on a day without a grade', () => {
    expect(testedOn(history, asStudyDay(10))).toBeNull()
    expect(testedOn(history, asStudyDay(20))).toBeNull()
  })
})
