import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilson } from '@/lib/memory/wilson'
import { calibrationOf } from '@/lib/review/calibration'

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

describe('calibration', () => {
  it('of statements that come true as often as they say lies on the diagonal', () => {
    const found = calibrationOf([
      { stated: 0.95, n: 100, right: 95 },
      { stated: 0.25, n: 40, right: 10 },
    ])
    expect(found?.points.map(({ stated }) => stated)).toEqual([0.25, 0.95])
    for (const { stated, observed } of found?.points ?? []) expect(observed).toBeCloseTo(stated, 10)
    expect(found?.n).toBe(140)
    expect(found?.brier).toBeCloseTo((40 * 0.25 * 0.75 + 100 * 0.95 * 0.05) / 140, 10)
  })

  it('is worst for somebody always sure and always wrong, and null without answers', () => {
    expect(calibrationOf([{ stated: 1, n: 7, right: 0 }])?.brier).toBe(1)
    expect(calibrationOf([])).toBeNull()
    expect(calibrationOf([{ stated: 0.5, n: 0, right: 0 }])).toBeNull()
  })
})
