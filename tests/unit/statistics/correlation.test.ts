import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlation, correlationEstimate } from '@/lib/statistics/correlation'

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

  it('is not known when one of the two never varies, and has no interval for three pairs', () => {
    expect(correlation([1, 2, 3], [5, 5, 5])).toBeNull()
    expect(correlation([], [])).toBeNull()
    expect(correlationEstimate([1, 2, 3], [1, 3, 2])).toBeNull()
  })

  it('has Fisher’s interval: 0.273 to 0.674 for 0.5 over 56 pairs', () => {
    // Each of the four corners of the unit square, in shares that make the correlation 0.5.
    const corners = [
      { x: 0, y: 0, times: 3 },
      { x: 1, y: 1, times: 3 },
      { x: 0, y: 1, times: 1 },
      { x: 1, y: 0, times: 1 },
    ].flatMap(({ x, y, times }) => Array.from({ length: times * 7 }, () => ({ x, y })))
    const found = correlationEstimate(
      corners.map(({ x }) => x),
      corners.map(({ y }) => y),
    )
    expect(found?.mean).toBeCloseTo(0.5, 10)
    expect(found?.low).toBeCloseTo(0.273, 3)
    expect(found?.high).toBeCloseTo(0.6743, 3)
  })
})
