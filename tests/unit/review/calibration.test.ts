import { describe, expect, it } from 'vitest'
import { biasOf, calibrationOf } from '@/lib/review/calibration'

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

  it('says on average how far the outcome lay above or below what was stated', () => {
    const pessimistic = calibrationOf([
      { stated: 0.8, n: 100, right: 90 },
      { stated: 0.5, n: 100, right: 50 },
    ])
    expect(pessimistic && biasOf(pessimistic)).toBeCloseTo(0.05)
    const optimistic = calibrationOf([{ stated: 0.9, n: 10, right: 6 }])
    expect(optimistic && biasOf(optimistic)).toBeCloseTo(-0.3)
  })

  it('is worst for somebody always sure and always wrong, and null without answers', () => {
    expect(calibrationOf([{ stated: 1, n: 7, right: 0 }])?.brier).toBe(1)
    expect(calibrationOf([])).toBeNull()
    expect(calibrationOf([{ stated: 0.5, n: 0, right: 0 }])).toBeNull()
  })
})
