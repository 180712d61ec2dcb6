import fc from 'fast-check'
import { FSRSAlgorithm } from 'ts-fsrs'
import { expect, it } from 'vitest'
import { recallAfter } from '@/lib/memory/schedule/algorithm'
import { UNFUZZED } from './build'

it('law: predicted recall has the digits of ts-fsrs, for weights beyond its bounds too', () => {
  const decays = fc.double({ min: 0, max: 2, noNaN: true })
  const days = fc.integer({ min: 0, max: 36_500 })
  const stabilities = fc.double({ min: 0.001, max: 36_500, noNaN: true })
  fc.assert(
    fc.property(decays, days, stabilities, (decay, elapsed, stability) => {
      const weights = UNFUZZED.weights.map((weight, i) => (i === 20 ? decay : weight))
      const theirs = new FSRSAlgorithm({ w: weights }).forgetting_curve(elapsed, stability)
      expect(recallAfter(elapsed, stability, { ...UNFUZZED, weights })).toBe(theirs)
    }),
    { numRuns: 500 },
  )
})
