import fc from 'fast-check'
import { expect, test } from 'vitest'
import { count, grouped } from '@/lib/kernel/count'

test('thousands are separated as English does, for every number that is written in full', () => {
  const decimals = fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 999 }))
    .map(([whole, thousandths]) => Number(`${whole}.${String(thousandths).padStart(3, '0')}`))
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeInteger(), decimals), (n) => {
      fc.pre(!Object.is(n, -0))
      expect(grouped(n)).toBe(n.toLocaleString('en-GB', { maximumFractionDigits: 10 }))
    }),
  )
})

test('one is one, and everything else is many', () => {
  expect(count(1, 'lesson')).toBe('1 lesson')
  expect(count(0, 'lesson')).toBe('0 lessons')
  expect(count(1200, 'reply', 'replies')).toBe('1,200 replies')
})
