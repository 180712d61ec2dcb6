import { describe, expect, it } from 'vitest'
import { firstTries, itemStatistics } from '@/lib/cohort/item-analysis'
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
    expect(found).toMatchObject({ seen: 4, firstTry: null, discrimination: null, tested: 8 })
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
