import { expect, test } from 'vitest'
import { holdsOwnName } from '@/lib/account/own-name'

const VERA = { name: 'Vera Toll', email: 'vera.toll@steppe.example' }

test.each([
  'vera.toll@steppe.example',
  'Vera Toll 2026',
  'veratoll12',
  'TollToll99',
  'steppe.example!',
])('a password that is little more than the name or address is found: %s', (password) => {
  expect(holdsOwnName(password, VERA)).toBe(true)
})

test.each(['toll roads and bridges', 'a long enough one', 'steppe-demo-2026'])(
  'a password with more in it is not: %s',
  (password) => {
    expect(holdsOwnName(password, VERA)).toBe(false)
  },
)
