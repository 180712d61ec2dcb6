import { expect, test } from 'vitest'
import {
  forgettingOf,
  forgettingPrior,
  NOBODY_KNOWN,
  type RecallEvidence,
} from '@/lib/cohort/forgetting'
import { seededRandom } from '@/lib/kernel/seeded-random'
import { mean } from '@/lib/statistics/average'

/** Somebody whose recall is the predicted one to the power of `truth`. */
function answers(truth: number, tested: number, seed: string): RecallEvidence {
  const random = seededRandom(seed)
  const sums = { tested, passed: 0, predictedSum: 0, varianceSum: 0 }
  for (let test = 0; test < tested; test += 1) {
    const p = 0.8 + 0.18 * random()
    sums.predictedSum += p
    sums.varianceSum += p * (1 - p)
    if (random() < p ** truth) sums.passed += 1
  }
  return sums
}

const NO_ANSWERS: RecallEvidence = { tested: 0, passed: 0, predictedSum: 0, varianceSum: 0 }

test('who forgets faster than the model says is told from their own answers', () => {
  expect(forgettingOf(answers(1.9, 2000, 'fast'), NOBODY_KNOWN)).toBeCloseTo(1.9, 0)
  expect(forgettingOf(answers(0.7, 2000, 'slow'), NOBODY_KNOWN)).toBeCloseTo(0.7, 0)
  expect(forgettingOf(NO_ANSWERS, NOBODY_KNOWN)).toBe(1)
})

test('few answers say little, and the cohort says the rest', () => {
  const cohort = Array.from({ length: 20 }, (_, i) => answers(1.5, 300, `person ${i}`))
  const prior = forgettingPrior(cohort)
  expect(prior.mean).toBeCloseTo(1.5, 0)
  expect(forgettingOf(NO_ANSWERS, prior)).toBeCloseTo(prior.mean, 1)
  const one = { tested: 1, passed: 0, predictedSum: 0.9, varianceSum: 0.09 }
  expect(Math.abs(forgettingOf(one, prior) - prior.mean)).toBeLessThan(0.2)
})

test('a cohort of whom nobody has answered much has no prior of its own', () => {
  expect(forgettingPrior([])).toEqual(NOBODY_KNOWN)
  expect(forgettingPrior(Array.from({ length: 9 }, () => NO_ANSWERS))).toEqual(NOBODY_KNOWN)
})

test('predictions for later answers are nearer with the correction than without it', () => {
  const people = Array.from({ length: 30 }, (_, i) => ({
    truth: 0.6 + (1.2 * i) / 29,
    before: answers(0.6 + (1.2 * i) / 29, 150, `before ${i}`),
  }))
  const prior = forgettingPrior(people.map(({ before }) => before))
  const error = (exponentOf: (evidence: RecallEvidence) => number) =>
    mean(people.map(({ truth, before }) => Math.abs(0.9 ** exponentOf(before) - 0.9 ** truth)))
  expect(error((before) => forgettingOf(before, prior))).toBeLessThan(0.6 * error(() => 1))
})
