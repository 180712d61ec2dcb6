import { expect, test } from 'vitest'
import { adviceOnNode, requireNode } from '../../../bin/support/checkout/node-version.mjs'

test.each(['18.20.0', '20.18.3'])('Node %s is refused, with what to do', (version) => {
  expect(() => requireNode(version)).toThrow(/needs Node.js 20.19 or newer.*Nothing was changed/)
})

test.each(['20.19.0', '20.20.2', '22.0.0', '24.22.3'])('Node %s is allowed', (version) => {
  expect(() => requireNode(version)).not.toThrow()
})

test('a Node without security updates is named with the one to use instead', () => {
  expect(adviceOnNode('20.20.2')).toBe(
    'This is Node.js 20.20.2, which gets no more security updates. Steppe runs on it, but Node.js 24 is safer.',
  )
})

test.each(['22.0.0', '24.22.3', '26.0.0'])('nothing is said about Node %s', (version) => {
  expect(adviceOnNode(version)).toBeUndefined()
})
