import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlation, firstTries, itemStatistics } from '@/lib/cohort/item-analysis'
import { emptyMemory, type LearnerMemory } from '@/lib/cohort/learner-memory'
import { asUserId } from '@/lib/kernel/ids'

const QUESTIONS = 12

/** Analysts of rising skill: analyst i knows question q at first if i > q. */
function cohortOf(size: number): LearnerMemory[] {
  return Array.from({ length: size }, (_, i) => {
    const memory = emptyMemory(asUserId(`user-${i}`), QUESTIONS)
    for (let q = 0; q < QUESTIONS; q += 1) {
      memory.firstPassed[q] = i > q ? 1 : 0
      memory.firstMs[q] = 1000 * (i + 1)
      memory.tested[q] = 2
      memory.passed[q] = i > q ? 2 : 1
      memory.predictedSum[q] = 1.8
      memory.varianceSum[q] = 0.18
    }
    return memory
  })
}

describe('what is said of a question', () => {
  it('is nothing but counts below ten answers', () => {
    const cohort = cohortOf(4)
    const found = itemStatistics(cohort, 2, cohort.map(firstTries), 8)
    expect(found).toMatchObject({ met: 4, firstTry: null, discrimination: null, tested: 8 })
    expect(found.surprise).toBeNull()
    expect(found.medianMs).toBe(2500)
  })

  it('compares what was recalled with what was predicted, with an interval around', () => {
    const cohort = cohortOf(20)
    const { surprise, tested, firstTry } = itemStatistics(cohort, 9, cohort.map(firstTries), 8)
    // 10 of 20 pass twice, the others once: 30 of 40 recalled, 36 predicted.
    expect(tested).toBe(40)
    expect(firstTry).toBe(0.5)
    expect(surprise?.mean).toBeCloseTo((30 - 36) / 40, 10)
    expect(surprise?.high).toBeCloseTo((-6 + 1.96 * Math.sqrt(20 * 0.18)) / 40, 10)
  })

  it('tells a question that the better ones know from one that anybody may know', () => {
    const cohort = cohortOf(20)
    for (const [i, memory] of cohort.entries()) memory.firstPassed[0] = i % 2
    const scores = cohort.map(firstTries)
    const telling = itemStatistics(cohort, 9, scores, 8).discrimination?.mean ?? 0
    const blind = itemStatistics(cohort, 0, scores, 8).discrimination?.mean ?? 0
    expect(telling).toBeGreaterThan(0.7)
    expect(Math.abs(blind)).toBeLessThan(0.2)
  })
})

describe('the correlation', () => {
  const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 30 })

  it('lies within -1 and 1, is the same either way round, and 1 with itself', () => {
    fc.assert(
      fc.property(numbers, fc.integer(), (xs, seed) => {
        const ys = xs.map((x, i) => (x * 7 + i * ((seed % 5) + 1)) % 11)
        const both = correlation(xs, ys)
        if (both !== null) {
          expect(Math.abs(both)).toBeLessThanOrEqual(1 + 1e-9)
          expect(correlation(ys, xs)).toBeCloseTo(both, 9)
        }
        const self = correlation(xs, xs)
        if (self !== null) expect(self).toBeCloseTo(1, 9)
      }),
    )
  })
})
