import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passedAddress } from '../../../bin/support/origin/passed-address.mjs'

const LISTENS = 'localhost:4301'
const originOf = (headers: Record<string, string>) => passedAddress(headers, LISTENS).origin

const host = 'steppe.example'
const inner = '127.0.0.1:4301'

test.each([
  // No proxy.
  [{ host: 'localhost:4301' }, 'http://localhost:4301'],
  [{ host: 'LOCALHOST:4301' }, 'http://localhost:4301'],
  [{ host: '[::1]:4301' }, 'http://[::1]:4301'],
  [{ host: 'steppe.example.:4301' }, 'http://steppe.example:4301'],
  [{ host: 'steppe.example:80' }, 'http://steppe.example'],
  [{}, 'http://localhost:4301'],
  [{ host: '' }, 'http://localhost:4301'],
  [{ host: 'no host' }, 'http://localhost:4301'],
  [{ host: 'user@steppe.example' }, 'http://localhost:4301'],
  // The scheme.
  [{ host, 'x-forwarded-proto': 'https' }, 'https://steppe.example'],
  [{ host, 'x-forwarded-proto': 'https,http' }, 'https://steppe.example'],
  [{ host, 'x-forwarded-proto': ' HTTPS , http' }, 'https://steppe.example'],
  [{ host, 'x-forwarded-proto': ', https' }, 'https://steppe.example'],
  [{ host, 'x-forwarded-proto': 'http, https' }, 'http://steppe.example'],
  [{ host, 'x-forwarded-proto': 'https:' }, 'https://steppe.example'],
  [{ host, 'x-forwarded-proto': '"https"' }, 'https://steppe.example'],
  [{ host, 'x-forwarded-proto': 'wss' }, 'https://steppe.example'],
  [{ host, 'x-forwarded-proto': '' }, 'http://steppe.example'],
  [{ host, 'x-forwarded-proto': 'gopher' }, 'http://steppe.example'],
  [{ host, 'x-forwarded-proto': '$scheme', forwarded: 'proto=https' }, 'https://steppe.example'],
  [{ host, 'x-forwarded-ssl': 'on' }, 'https://steppe.example'],
  [{ host, 'front-end-https': 'On' }, 'https://steppe.example'],
  [{ host, 'x-forwarded-scheme': 'https' }, 'https://steppe.example'],
  [{ host: 'steppe.example:443', 'x-forwarded-proto': 'https' }, 'https://steppe.example'],
  // The host.
  [{ host: inner, 'x-forwarded-host': host }, 'http://steppe.example'],
  [{ host: inner, 'x-forwarded-host': 'steppe.example, inner.lan' }, 'http://steppe.example'],
  [{ host: inner, 'x-forwarded-host': 'bad host' }, 'http://127.0.0.1:4301'],
  [{ host: inner, 'x-original-host': host }, 'http://steppe.example'],
  // The port.
  [
    { host, 'x-forwarded-port': '8443', 'x-forwarded-proto': 'https' },
    'https://steppe.example:8443',
  ],
  [{ host, 'x-forwarded-port': '443', 'x-forwarded-proto': 'https' }, 'https://steppe.example'],
  [{ host, 'x-forwarded-port': '80', 'x-forwarded-proto': 'https' }, 'https://steppe.example'],
  [{ host, 'x-forwarded-port': '8080, 3000' }, 'http://steppe.example:8080'],
  [{ host, 'x-forwarded-port': '99999' }, 'http://steppe.example'],
  [{ host, 'x-forwarded-port': 'http' }, 'http://steppe.example'],
  [{ host: 'steppe.example:8080', 'x-forwarded-port': '3000' }, 'http://steppe.example:8080'],
  [{ host: '[2001:db8::1]', 'x-forwarded-port': '8080' }, 'http://[2001:db8::1]:8080'],
  // RFC 7239.
  [{ host: inner, forwarded: 'proto=https;host=steppe.example' }, 'https://steppe.example'],
  [
    {
      host: inner,
      forwarded: 'For=1.2.3.4; Host="steppe.example:8443";Proto=HTTPS, for=10.0.0.1;host=x',
    },
    'https://steppe.example:8443',
  ],
  [{ host: inner, forwarded: 'for="[2001:db8::1]:4711"' }, 'http://127.0.0.1:4301'],
])('%j is a request for %s', (headers, origin) => {
  expect(originOf(headers)).toBe(origin)
})

test('whatever the headers are, the address is one origin in its one spelling', () => {
  const names = ['host', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded']
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('https', 'a.example:443', '[::1]:8', 'host="b.example";proto=https', 'a, b'),
  )
  const headers = fc.dictionary(fc.constantFrom(...names), value)
  fc.assert(
    fc.property(headers, (given) => {
      const { origin, authorities } = passedAddress(given, LISTENS)
      expect(new URL(origin).origin).toBe(origin)
      expect(origin).toMatch(/^https?:\/\/[^/\s,@]+$/)
      expect(authorities.length).toBeGreaterThan(0)
    }),
  )
})
