import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { manualTimer, settled } from '@/tests/support/manual-timer'

const ORIGIN = 'https://steppe.example'
const SOURCE = readFileSync('public/sw.js', 'utf8')

type Handler = (event: unknown) => void

/** The service worker in a browser with these caches, whose network gives `page`. */
function worker(caches: unknown, network: () => Promise<Response> = async () => page('new')) {
  const clock = manualTimer()
  const handlers = new Map<string, Handler>()
  const self = {
    location: { href: `${ORIGIN}/sw.js?v=1`, origin: ORIGIN },
    addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
    skipWaiting: () => {},
    clients: { claim: () => {} },
  }
  const timeout = (work: (value: unknown) => void, ms: number, value: unknown) =>
    void clock.timer(() => work(value), ms)
  runInContext(
    SOURCE,
    createContext({ self, caches, fetch: network, URL, Response, Request, setTimeout: timeout }),
  )
  return {
    clock,
    /** What the worker answers. Null when it leaves the request to the browser. */
    ask(path: string, mode = 'navigate'): Promise<Response> | null {
      let answer: Promise<Response> | null = null
      handlers.get('fetch')?.({
        request: { url: ORIGIN + path, method: 'GET', mode },
        respondWith: (promise: Promise<Response>) => {
          answer = promise
        },
        waitUntil: (promise: Promise<unknown>) => void promise.catch(() => {}),
      })
      return answer
    },
  }
}

const page = (text: string) => new Response(text, { headers: { 'content-type': 'text/html' } })

const never = () => new Promise<never>(() => {})
const fails = (name: string) => () => Promise.reject(new DOMException('', name))

const empty = { match: async () => undefined, put: async () => {} }
const broken = [
  ['is forbidden', { open: fails('SecurityError'), delete: fails('SecurityError') }],
  ['never answers', { open: never, delete: never }],
  [
    'is full',
    {
      open: async () => ({ ...empty, put: fails('QuotaExceededError') }),
      delete: async () => true,
    },
  ],
  ['is missing', undefined],
] as const

describe.each(broken)('with a cache storage that %s', (_how, caches) => {
  test.each([
    ['a script', '/_next/static/chunks/a1.js', 'no-cors'],
    ['the review', '/review', 'navigate'],
    ['any other page', '/today', 'navigate'],
    ['the sign-in page', '/sign-in', 'navigate'],
  ])('%s still loads from the network', async (_what, path, mode) => {
    const { clock, ask } = worker(caches)
    const answer = ask(path, mode)
    await clock.pass(10_000)
    expect(await (await answer)?.text()).toBe('new')
  })

  test('without a network, the review says that there is none', async () => {
    const { clock, ask } = worker(caches, () => Promise.reject(new TypeError('Failed to fetch')))
    const answer = ask('/review')
    await clock.pass(10_000)
    expect(await (await answer)?.text()).toContain('No network')
  })
})

test.each(['/today', '/review'])(
  'when a proxy answers for %s that the server is away, the page says what to do',
  async (path) => {
    const { ask } = worker({ open: async () => empty, delete: async () => true }, async () => {
      return new Response('<h1>502 Bad Gateway</h1>', { status: 502 })
    })
    const answer = await ask(path)
    expect(answer?.status).toBe(502)
    expect(await answer?.text()).toMatch(/status\s502.*Try again/s)
  },
)

test('after one silence of the storage, later files do not wait for it', async () => {
  const { clock, ask } = worker({ open: never, delete: never })
  const first = ask('/_next/static/chunks/a1.js', 'no-cors')
  await clock.pass(2000)
  await first
  let second = ''
  void ask('/_next/static/chunks/a2.js', 'no-cors')?.then(async (response) => {
    second = await response.text()
  })
  await settled()
  await settled()
  expect(second).toBe('new')
})

test.each(['/api/export/revlog.csv', '/cohorts/01a1e981/export/readiness.csv?on=2026-11-29'])(
  'the browser downloads %s by itself',
  (path) => {
    expect(worker({ open: async () => empty, delete: async () => true }).ask(path)).toBeNull()
  },
)
