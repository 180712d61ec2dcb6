import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allInUtc, instantWithOffset, inUtc } from '@/lib/db/connection/instants'

const pad = (n: number) => String(n).padStart(2, '0')

/** How Postgres writes an instant in a zone `offsetS` seconds east of UTC. */
function written(ms: number, offsetS: number): string {
  const local = new Date(ms + offsetS * 1000).toISOString()
  const size = Math.abs(offsetS)
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60].map(pad)
  const offset =
    parts[2] === '00' ? (parts[1] === '00' ? parts.slice(0, 1) : parts.slice(0, 2)) : parts
  return `${local.slice(0, 10)} ${local.slice(11, 19)}${local.slice(19, -1)}${offsetS < 0 ? '-' : '+'}${offset.join(':')}`
}

const instant = fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(9000, 0) })
const offset = fc.integer({ min: -15 * 3600, max: 15 * 3600 })

test('an instant is the same from every zone, with offsets of minutes and of seconds', () => {
  fc.assert(
    fc.property(instant, offset, (ms, offsetS) => {
      const read = inUtc(written(ms, offsetS))
      expect(read.endsWith('+00')).toBe(true)
      expect(Date.parse(`${read.replace(' ', 'T')}:00`)).toBe(ms)
    }),
  )
})

test('microseconds stay', () => {
  expect(inUtc('2026-01-01 00:00:00.123456+05:30')).toBe('2025-12-31 18:30:00.123456+00')
})

test('instants in an array are the same from every zone, and what is missing stays missing', () => {
  expect(allInUtc('{"2026-01-01 05:00:00+05",NULL}')).toBe('{"2026-01-01 00:00:00+00",NULL}')
})

test.each([
  '29.11.2026 05:00:00.123 ALMT',
  '11/29/2026 05:00:00 +05',
  '11/29/2026 05:00:00 UTC',
  '29/11/2026 05:00:00+00',
  'Sun Nov 29 05:00:00 2026 UTC',
  'infinity',
])('%s is refused and never guessed', (text) => {
  expect(() => inUtc(text)).toThrow('datestyle')
})

test('what is sent means the same in every session', () => {
  expect(instantWithOffset(new Date(Date.UTC(2026, 0, 1, 0, 0, 0, 7)))).toBe(
    '2026-01-01T00:00:00.007Z',
  )
  expect(instantWithOffset(new Date(Date.UTC(12_000, 0, 1)))).toBe('12000-01-01T00:00:00.000Z')
})
