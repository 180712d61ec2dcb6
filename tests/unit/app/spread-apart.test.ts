import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadApart } from '@/app/_figures/spread-apart'

const FRAME = { width: 100, height: 61 }
const spots = fc.array(
  fc.record({
    x: fc.double({ min: 0, max: FRAME.width, noNaN: true }),
    y: fc.double({ min: 0, max: FRAME.height, noNaN: true }),
    size: fc.constant(1),
  }),
  { maxLength: 8 },
)

test('marks on a map stay within it and do not cover each other', () => {
  fc.assert(
    fc.property(spots, (given) => {
      const moved = spreadApart(given, 7, FRAME)
      expect(moved).toHaveLength(given.length)
      moved.forEach((a, i) => {
        expect(a.x).toBeGreaterThanOrEqual(0)
        expect(a.x).toBeLessThanOrEqual(FRAME.width)
        expect(a.y).toBeGreaterThanOrEqual(0)
        expect(a.y).toBeLessThanOrEqual(FRAME.height)
        for (const b of moved.slice(i + 1))
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(4)
      })
    }),
  )
})

test('marks that are far enough apart stay where they are', () => {
  const given = [
    { x: 20, y: 20, size: 1 },
    { x: 40, y: 20, size: 2 },
  ]
  expect(spreadApart(given, 7, FRAME)).toEqual(given.map(({ x, y }) => ({ x, y })))
})
