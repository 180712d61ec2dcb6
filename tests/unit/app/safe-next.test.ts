import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeNext } from '@/app/_http/safe-next'

const here = 'https://steppe.example'

describe('where to go after signing in', () => {
  test('a path of this site is kept, with its query', () => {
    expect(safeNext('/cohorts/1?show=all')).toBe('/cohorts/1?show=all')
  })

  test.each([
    undefined,
    '',
    'cohorts',
    'https://elsewhere.example/',
    '//elsewhere.example/today',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '\\\\elsewhere.example',
    'javascript:alert(1)',
    '/.//elsewhere.example',
    '/sign-in?next=/today',
    '/api/auth/signout',
    '/',
  ])('%j leads to Today', (next) => {
    expect(safeNext(next)).toBe('/today')
  })

  test('whatever is asked for, the browser stays on this site', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      ':',
      '?',
      '#',
      '\t',
      '\n',
      'a',
      'evil.example',
    )
    const anything = fc.oneof(
      fc.string(),
      fc.array(parts).map((list) => `/${list.join('')}`),
    )
    fc.assert(
      fc.property(anything, (next) => {
        expect(new URL(safeNext(next), `${here}/sign-in`).origin).toBe(here)
      }),
    )
  })
})
