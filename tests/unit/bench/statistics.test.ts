import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NOTHING } from '../../bench/load/tally'
import { floorMs, withRatio } from '../../bench/results/floors'
import { quantile, quantilesOf, ratio, slope } from '../../bench/results/statistics'

describe('quantiles', () => {
  test('of a hundred times are the 50th, the 95th and the 99th, in whatever order they came', () => {
    const times = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect(quantilesOf(times)).toEqual({ p50Ms: 50, p95Ms: 95, p99Ms: 99 })
  })

  test('of one time are that time, and of none no number', () => {
    expect(quantilesOf([7])).toEqual({ p50Ms: 7, p95Ms: 7, p99Ms: 7 })
    expect(quantile([], 0.5)).toBeNaN()
  })

  test('are times that were measured, and at least the asked share does not exceed them', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 })
    fc.assert(
      fc.property(times, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, share) => {
        const sorted = [...all].sort((a, b) => a - b)
        const found = quantile(sorted, share)
        expect(sorted).toContain(found)
        const within = sorted.filter((each) => each <= found).length
        expect(within).toBeGreaterThanOrEqual(share * sorted.length - 1e-9)
      }),
    )
  })
})

describe('a slope', () => {
  test('is the step of a straight line, and 0 of a flat one and of a single value', () => {
    expect(slope([3, 5, 7, 9])).toBeCloseTo(2)
    expect(slope([4, 4, 4])).toBe(0)
    expect(slope([4])).toBe(0)
  })
})

describe('a ratio to the floor', () => {
  const measured = [
    { name: 'route', clients: 1, times: [2, 2, 2] },
    { name: 'commit', clients: 1, times: [1, 1, 1] },
    { name: 'route', clients: 8, times: [20] },
    { name: 'route', clients: 1, times: [4, 4, 4, 4, 4] },
  ] as const

  test('takes the sum of the medians over all that was measured with so many clients', () => {
    expect(floorMs(['route', 'commit'], 1, measured)).toBe(5)
    expect(floorMs(['route'], 8, measured)).toBe(20)
  })

  test('is unknown where a floor was not measured, and where a row has none', () => {
    expect(floorMs(['route', 'commit'], 8, measured)).toBeNull()
    expect(floorMs([], 1, measured)).toBeNull()
    expect(ratio(5, null)).toBeNull()
  })

  test('stands in the row', () => {
    const row = {
      what: 'a grade',
      clients: 1,
      n: 3,
      ...quantilesOf([9, 10, 11]),
      perSecond: 100,
      cost: null,
      tally: NOTHING,
      floor: ['route', 'commit'],
      ratio: null,
    } as const
    expect(withRatio(row, measured).ratio).toBe(2)
  })
})
