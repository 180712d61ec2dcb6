import { expect, test } from 'vitest'
import { RequestError } from '@/app/_http/watch-requests'
import { failureCause } from '@/app/_shell/failure-cause'

const named = (name: string, message: string) => Object.assign(new Error(message), { name })

test.each([
  ['a chunk of an older build', named('ChunkLoadError', 'Failed to load chunk /a.js'), 'outdated'],
  ['a chunk, by its message', new Error('Loading chunk 12 failed.'), 'outdated'],
  [
    'a module that no longer exists',
    new TypeError('Failed to fetch dynamically imported module: /a.js'),
    'outdated',
  ],
  ['an unknown action', new RequestError({ kind: 'outdated' }), 'outdated'],
  [
    'a database that is away',
    Object.assign(new Error('Server Components'), { digest: 'DATABASE_UNREACHABLE' }),
    'database',
  ],
  ['a time-out', new RequestError({ kind: 'silent' }), 'unreachable'],
  ['a failed fetch in Chromium', new TypeError('Failed to fetch'), 'unreachable'],
  ['a failed fetch in Safari', new TypeError('Load failed'), 'unreachable'],
  ['a mistake of ours', new TypeError('x is not a function'), 'ours'],
  ['an error of the server', new Error('An error occurred'), 'ours'],
  ['anything else that is thrown', 'no', 'ours'],
] as const)('%s is told as such', (_what, error, cause) => {
  expect(failureCause(error, true)).toBe(cause)
})

test('without a network, this is said whatever failed', () => {
  expect(failureCause(new Error('An error occurred'), false)).toBe('offline')
})
