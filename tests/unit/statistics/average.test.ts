import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mean, median } from '@/lib/statistics/average'

test('the mean of no values is 0, and no value is in the middle of none', () => {
  expect(mean([])).toBe(0)
  expect(median([])).toBeNull()
})

test('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 4])).toBe(4)
  expect(median([9, 1, 4, 6])).toBe(5)
})

test('law: half of the values lie on each side of the median', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const middle = median(values) ?? expect.unreachable()
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2)
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2)
    }),
  )
})
