import { describe, expect, test } from 'vitest'
import { judgeOrigin } from '../../../bin/support/origin/judge-origin.mjs'
import { passedAddress } from '../../../bin/support/origin/passed-address.mjs'
import { refusalText } from '../../../bin/support/origin/refusal-text.mjs'

const LISTENS = 'localhost:4303'

function asked(
  configured: string | null,
  { origin, ...headers }: Record<string, string> & { origin?: string },
) {
  return {
    said: origin,
    fetchSite: headers['sec-fetch-site'],
    host: headers.host,
    passed: passedAddress(headers, LISTENS),
    configured: configured ?? undefined,
  }
}
const judge = (configured: string | null, headers: Record<string, string>) => {
  const verdict = judgeOrigin(asked(configured, headers))
  return verdict.kind === 'own' ? verdict.origin : verdict.kind
}

describe('with a configured address', () => {
  const PUBLIC = 'https://steppe.example'

  test.each([
    ['without an Origin', { host: 'steppe.example' }],
    ['through a proxy that rewrites Host', { host: '127.0.0.1:4303', origin: PUBLIC }],
    ['with another spelling', { host: 'x', origin: 'HTTPS://Steppe.Example.:443' }],
    [
      'from the address that the browser connected to',
      { host: '[::1]:4303', origin: 'http://[::1]:4303' },
    ],
    ['from localhost', { host: 'localhost:4303', origin: 'http://localhost:4303' }],
    ['over https to another name', { host: 'alias.example', origin: 'https://alias.example' }],
    [
      'with a list in X-Forwarded-Proto',
      { host: 'x', origin: PUBLIC, 'x-forwarded-proto': 'https,http' },
    ],
  ])('a request %s is own, and leads to the configured address', (_, headers) => {
    expect(judge(PUBLIC, headers)).toBe(PUBLIC)
  })

  test.each([
    ['X-Forwarded-Host', { host: 'steppe.example', 'x-forwarded-host': 'evil.example' }],
    ['Forwarded', { host: 'steppe.example', forwarded: 'host=evil.example;proto=https' }],
    ['Sec-Fetch-Site', { host: 'steppe.example', 'sec-fetch-site': 'same-origin' }],
    ['X-Forwarded-Port', { host: 'evil.example.attacker', 'x-forwarded-port': '443' }],
  ])('no %s makes a foreign page an own one', (_, headers) => {
    expect(judge(PUBLIC, { ...headers, origin: 'https://evil.example' })).toBe('foreign')
  })

  test.each(['null', '', 'evil', 'https://steppe.example.evil', 'https://steppe.example:8443'])(
    'Origin "%s" is foreign',
    (origin) => {
      expect(judge(PUBLIC, { host: 'steppe.example', origin })).toBe('foreign')
    },
  )

  test('a page over http, whose cookies would be lost, is told so', () => {
    expect(judge(PUBLIC, { host: 'steppe.example', origin: 'http://steppe.example' })).toBe(
      'unsafe',
    )
    expect(judge(PUBLIC, { host: '10.0.0.7:4303', origin: 'http://10.0.0.7:4303' })).toBe('unsafe')
  })

  test('an address of http may be used over https', () => {
    const http = 'http://steppe.example'
    expect(judge(http, { host: 'steppe.example', origin: 'https://steppe.example' })).toBe(http)
  })
})

describe('without a configured address', () => {
  test.each([
    ['no proxy', { host: 'steppe.lan:3000', origin: 'http://steppe.lan:3000' }],
    [
      'upper case and a dot at the end',
      { host: 'Steppe.LAN.:3000', origin: 'http://steppe.lan.:3000' },
    ],
    [
      'https without any header that says so',
      { host: 'steppe.lan:8443', origin: 'https://steppe.lan:8443' },
    ],
    ['a default port in Host', { host: 'steppe.lan:443', origin: 'https://steppe.lan' }],
    [
      'X-Forwarded-Host',
      {
        host: '127.0.0.1:3',
        'x-forwarded-host': 'steppe.lan',
        'x-forwarded-proto': 'https',
        origin: 'https://steppe.lan',
      },
    ],
    [
      'a dropped port that is passed beside',
      { host: 'steppe.lan', 'x-forwarded-port': '8080', origin: 'http://steppe.lan:8080' },
    ],
    [
      'a passed port that is that of an inner server',
      { host: 'steppe.lan', 'x-forwarded-port': '8080', origin: 'http://steppe.lan' },
    ],
    [
      'a dropped port, where the browser says that it is the same origin',
      { host: 'steppe.lan', 'sec-fetch-site': 'same-origin', origin: 'https://steppe.lan:8443' },
    ],
    [
      'RFC 7239',
      {
        host: '127.0.0.1:3',
        forwarded: 'host="steppe.lan:8443";proto=https',
        origin: 'https://steppe.lan:8443',
      },
    ],
  ])('a page is own with %s, and its links have the address of the browser', (_, headers) => {
    expect(judge(null, headers)).toBe(new URL(headers.origin).origin.replace('lan.', 'lan'))
  })

  test('a proxy that says https in front of a local http page is believed', () => {
    const headers = { host: 'localhost:4350', 'x-forwarded-proto': 'https,http' }
    expect(judge(null, { ...headers, origin: 'http://localhost:4350' })).toBe(
      'https://localhost:4350',
    )
  })

  test.each([
    ['another site', { host: 'steppe.lan', origin: 'https://evil.example' }],
    [
      'another site, says the browser',
      { host: 'steppe.lan', 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    ],
    [
      'a sister site',
      { host: 'steppe.lan', 'sec-fetch-site': 'same-site', origin: 'https://evil.lan' },
    ],
    ['another port', { host: 'steppe.lan:3000', origin: 'http://steppe.lan:3001' }],
    [
      'a proxy that rewrites Host and says nothing',
      { host: '127.0.0.1:4303', origin: 'http://steppe.lan' },
    ],
  ])('%s is foreign', (_, headers) => {
    expect(judge(null, headers)).toBe('foreign')
  })
})

describe('a refusal', () => {
  test('says what the browser said, what the proxy passed and what to set', () => {
    const text = refusalText(
      asked(null, { host: '127.0.0.1:4303', origin: 'http://steppe.lan' }),
      'foreign',
    )
    expect(text).toContain('page at http://steppe.lan,')
    expect(text).toContain('http://127.0.0.1:4303')
    expect(text).toContain('STEPPE_URL=http://steppe.lan')
    expect(text).toContain('Nothing was done.')
  })

  test('names the configured address and the one that the request came for', () => {
    const headers = { host: 'inner:3000', origin: 'https://old.example' }
    const text = refusalText(asked('https://new.example', headers), 'foreign')
    for (const word of ['https://old.example', 'https://new.example', 'inner:3000']) {
      expect(text).toContain(word)
    }
  })

  test('sends people who came over http to https', () => {
    const headers = { host: '10.0.0.7', origin: 'http://10.0.0.7' }
    expect(refusalText(asked('https://steppe.example', headers), 'unsafe')).toContain(
      'Open https://steppe.example and try again.',
    )
  })

  test('repeats nothing that could harm a log or a page', () => {
    const origin = `https://x\n<b>${'y'.repeat(9000)}`
    const text = refusalText(asked(null, { host: 'steppe.lan', origin }), 'foreign')
    expect(text).not.toMatch(/\n/)
    expect(text.length).toBeLessThan(1200)
  })
})
