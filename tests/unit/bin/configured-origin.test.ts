import { describe, expect, test } from 'vitest'
import { configuredOrigin, withOneAddress } from '../../../bin/support/origin/configured-origin.mjs'

const env = (variables: Record<string, string>): NodeJS.ProcessEnv => ({
  NODE_ENV: 'test',
  ...variables,
})
const originOf = (variables: Record<string, string>) => configuredOrigin(env(variables))?.origin

describe('the public address', () => {
  test.each([
    ['https://steppe.example', 'https://steppe.example'],
    [' https://steppe.example/ ', 'https://steppe.example'],
    ['https://steppe.example//', 'https://steppe.example'],
    ['HTTPS://Steppe.Example:443', 'https://steppe.example'],
    ['http://steppe.example:80', 'http://steppe.example'],
    ['https://steppe.example.', 'https://steppe.example'],
    ['https://steppe.example.:8443/', 'https://steppe.example:8443'],
    ['http://[::1]:4303', 'http://[::1]:4303'],
    ['http://[2001:DB8:0:0::1]', 'http://[2001:db8::1]'],
    ['https://шаг.example', 'https://xn--80ag5d.example'],
    ['http://192.168.1.5:3000', 'http://192.168.1.5:3000'],
  ])('%s is read as %s', (STEPPE_URL, origin) => {
    expect(originOf({ STEPPE_URL })).toBe(origin)
    expect(originOf({ AUTH_URL: STEPPE_URL })).toBe(origin)
  })

  test('is not set when no variable has a value', () => {
    expect(originOf({})).toBeUndefined()
    expect(originOf({ STEPPE_URL: '', AUTH_URL: '  ', STEPPE_BASE_PATH: '/' })).toBeUndefined()
  })

  test('is also read from AUTH_URL in the forms of next-auth', () => {
    for (const path of ['', '/', '/api/auth', '/api/auth/']) {
      expect(originOf({ AUTH_URL: `http://localhost:4350${path}` })).toBe('http://localhost:4350')
      expect(originOf({ NEXTAUTH_URL: `http://localhost:4350${path}` })).toBe(
        'http://localhost:4350',
      )
    }
  })

  test('may be said twice when both mean the same', () => {
    const both = {
      STEPPE_URL: 'https://steppe.example:443/',
      AUTH_URL: 'https://STEPPE.example/api/auth',
    }
    expect(configuredOrigin(env(both))).toEqual({
      name: 'STEPPE_URL',
      origin: 'https://steppe.example',
    })
  })

  test.each([
    [{ STEPPE_URL: 'steppe.example' }, /STEPPE_URL is "steppe\.example", which is not a web/],
    [{ STEPPE_URL: 'localhost:3000' }, /not a web address/],
    [{ STEPPE_URL: '"https://steppe.example"' }, /not a web address/],
    [{ STEPPE_URL: 'https://' }, /not a web address/],
    [{ STEPPE_URL: 'https:steppe.example' }, /not a web address/],
    [{ STEPPE_URL: 'ftp://steppe.example' }, /not a web address/],
    [{ STEPPE_URL: 'javascript:alert(1)' }, /not a web address/],
    [{ STEPPE_URL: 'https://steppe.example:99999' }, /not a web address/],
    [{ AUTH_URL: 'https://a b.example' }, /AUTH_URL is .*not a web address/],
    [{ STEPPE_URL: 'https://example.org/steppe' }, /contains the path \/steppe/],
    [{ STEPPE_URL: 'https://example.org/api/auth' }, /contains the path/],
    [{ AUTH_URL: 'https://example.org/steppe/api/auth' }, /contains the path/],
    [{ STEPPE_URL: 'https://example.org/?a=1' }, /after the host name/],
    [{ STEPPE_URL: 'https://example.org#top' }, /after the host name/],
    [{ STEPPE_URL: 'https://kim@example.org' }, /user name or a password/],
    [{ STEPPE_URL: 'https://a.example', AUTH_URL: 'https://b.example' }, /only one public address/],
    [{ STEPPE_URL: 'https://a.example', AUTH_URL: 'http://a.example' }, /only one public address/],
    [{ STEPPE_BASE_PATH: '/steppe' }, /cannot run below a path/],
    [{ STEPPE_BASE_PATH: 'steppe' }, /cannot run below a path/],
  ])('%j is refused, and the message says what to do', (variables, message) => {
    expect(() => originOf(variables)).toThrow(message)
    expect(() => originOf(variables)).toThrow(/Nothing was started\.\n(Write|Set|Unset|Steppe)/)
  })

  test('a password in it is never printed', () => {
    for (const STEPPE_URL of ['https://kim:hush@example.org', 'ftp://kim:hush@example.org']) {
      expect(() => originOf({ STEPPE_URL })).toThrow(/^(?!.*hush)/s)
    }
  })
})

test('the application is told one address, and next-auth none', () => {
  const told = withOneAddress(env({ AUTH_URL: 'https://Steppe.example/api/auth', PORT: '4303' }))
  expect(told).toMatchObject({
    STEPPE_URL: 'https://steppe.example',
    AUTH_URL: '',
    NEXTAUTH_URL: '',
    PORT: '4303',
  })
  expect(withOneAddress(env({ STEPPE_URL: '' })).STEPPE_URL).toBeUndefined()
})
