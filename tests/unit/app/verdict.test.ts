import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisOf, verdictOf } from '@/app/(app)/_components/study/verdict'
import { calibrationOf } from '@/lib/review/calibration'

const calibration = (stated: number, right: number, n: number) => {
  const made = calibrationOf([{ stated, n, right }])
  if (made === null) throw new Error('No answers')
  return made
}
const PREDICTIONS = { subject: 'Predictions', many: true, of: 'review' }

describe('the verdict', () => {
  it('says in words how far and in which direction it was wrong, and over how much', () => {
    expect(verdictOf(calibration(0.9, 93, 100), PREDICTIONS)).toBe(
      'Predictions were 3 points too pessimistic over 100 reviews.',
    )
    const sure = { subject: 'Your confidence', many: false, of: 'answer' }
    expect(verdictOf(calibration(0.91, 9, 10), sure)).toBe(
      'Your confidence was 1 point too optimistic over 10 answers.',
    )
    expect(verdictOf(calibration(0.9, 9, 10), sure)).toBe(
      'Your confidence was right to the point over 10 answers, on average.',
    )
  })
})

describe('the axes of its chart', () => {
  it('law: show every point with its interval, and no more than they need beyond whole tenths', () => {
    const bin = fc
      .record({
        stated: fc.double({ min: 0, max: 1, noNaN: true }),
        n: fc.integer({ min: 1, max: 500 }),
      })
      .chain(({ stated, n }) =>
        fc.record({
          stated: fc.constant(stated),
          n: fc.constant(n),
          right: fc.integer({ min: 0, max: n }),
        }),
      )
    fc.assert(
      fc.property(fc.array(bin, { minLength: 1, maxLength: 9 }), (bins) => {
        const made = calibrationOf(bins)
        if (made === null) return expect.unreachable()
        const { low, high } = axisOf(made)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(high - low).toBeGreaterThan(0.29)
        for (const { stated, interval } of made.points) {
          for (const value of [stated, interval.low, interval.high]) {
            expect(value).toBeGreaterThanOrEqual(low)
            expect(value).toBeLessThanOrEqual(high)
          }
        }
      }),
    )
    expect(axisOf(calibration(0.9, 930, 1000))).toEqual({ low: 0.7, high: 1 })
    expect(axisOf({ points: [] })).toEqual({ low: 0, high: 1 })
  })
})
