import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilson } from '@/lib/statistics/wilson'

describe('Wilson’s interval', () => {
  it('holds the observed share, stays within 0 and 1, and narrows with more answers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (total, draw) => {
        const passed = Math.min(draw, total)
        const { low, high } = wilson(passed, total)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(passed / total + 1e-9)
        expect(high).toBeGreaterThanOrEqual(passed / total - 1e-9)
        const more = wilson(passed * 10, total * 10)
        expect(more.high - more.low).toBeLessThan(high - low)
      }),
    )
  })

  it('is the textbook’s for 8 of 10', () => {
    const { low, high } = wilson(8, 10)
    expect(low).toBeCloseTo(0.4902, 3)
    expect(high).toBeCloseTo(0.9433, 3)
  })
})
