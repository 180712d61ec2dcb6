import { expect, test } from 'vitest'
import { emailOf, personaAt } from '@/lib/demo/cast'

test('no two of 500 people share an address, and the truth about each can be read by a test', () => {
  const cast = Array.from({ length: 500 }, (_, index) => personaAt(index, 1, 180))
  expect(new Set(cast.map(({ name }) => emailOf(name))).size).toBe(500)
  expect(cast[0]?.truth.kind).toBe('steady')
  expect(cast[3]?.name).toBe('Dov Marek')
  expect(cast[3]?.truth.kind).toBe('fell behind')
  expect(new Set(cast.map(({ truth }) => truth.kind)).size).toBe(5)
})
