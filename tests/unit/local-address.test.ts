import { expect, test } from 'vitest'
import { isLocalAddress } from '@/lib/origin/local-address'

test('an address of this computer is told from one that others can follow', () => {
  for (const host of [
    'localhost',
    'localhost:3000',
    '127.0.0.1:3000',
    '[::1]:3000',
    'a.localhost',
  ]) {
    expect(isLocalAddress(`http://${host}/join/x`), host).toBe(true)
  }
  for (const host of ['steppe.example', '192.168.1.7:3000', 'localhost.example', '10.0.0.1']) {
    expect(isLocalAddress(`https://${host}/join/x`), host).toBe(false)
  }
  expect(isLocalAddress('no address')).toBe(false)
})
