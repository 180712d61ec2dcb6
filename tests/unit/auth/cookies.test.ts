import { expect, test } from 'vitest'
import { cookieSettings } from '@/lib/auth/cookies'

const name = 'steppe-0a1b'
const namesOf = (origin: string, held: readonly string[] = []) => {
  const { cookies, useSecureCookies } = cookieSettings({ name, origin, held })
  for (const { options } of Object.values(cookies)) {
    expect(options).toEqual({
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: useSecureCookies,
    })
  }
  return Object.values(cookies).map((cookie) => cookie.name)
}

const PLAIN = ['session-token', 'csrf-token', 'callback-url', 'state', 'nonce', 'pkce'].map(
  (kind) => `${name}.${kind}`,
)
const SAFE = PLAIN.map((each) => `__Host-${each}`)

test('over https all cookies are secure and bound to the host, and over http they are neither', () => {
  expect(namesOf('https://steppe.example')).toEqual(SAFE)
  expect(namesOf('http://localhost:4301')).toEqual(PLAIN)
})

test('whoever signed in over https stays signed in where the proxy does not say https', () => {
  expect(namesOf('http://steppe.example', [`__Host-${name}.session-token`])).toEqual(SAFE)
  expect(namesOf('http://steppe.example', [`__Host-${name}.session-token.0`])).toEqual(SAFE)
})

test('the cookies of another installation decide nothing', () => {
  const held = [
    '__Host-steppe-ffff.session-token',
    `${name}.session-token`,
    `__Host-${name}.csrf-token`,
  ]
  expect(namesOf('http://steppe.example', held)).toEqual(PLAIN)
})
