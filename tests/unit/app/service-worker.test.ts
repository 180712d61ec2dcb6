import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { manualTimer, settled } from '@/tests/support/manual-timer'

const ORIGIN = 'https://steppe.example'
const SOURCE = readFileSync('public/sw.js', 'utf8')

type Handler = (event: unknown) => void

/** The service worker in a browser with these caches, whose network gives `page`. */
function worker(
  caches: unknown,
  network: (asked: string | Request) => Promise<Response> = async () => page('new'),
) {
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
    createContext({
      ...{ self, caches, fetch: network, setTimeout: timeout },
      ...{ URL, Response, Request: PathRequest, Headers, Date, Map, Set },
    }),
  )
  return {
    clock,
    /** What the worker answers. Null when it leaves the request to the browser. */
    ask(path: string, mode = 'navigate'): Promise<Response> | null {
      let answer: Promise<Response> | null = null
      handlers.get('fetch')?.({
        request: { url: ORIGIN + path, method: 'GET', mode },
        resultingClientId: path,
        respondWith: (promise: Promise<Response>) => {
          answer = promise
        },
        waitUntil: (promise: Promise<unknown>) => void promise.catch(() => {}),
      })
      return answer
    },
    /** A page of this account says that it is open; resolves when the worker has done what it does then. */
    async tell(userId: string, path: string, files: readonly string[] = []): Promise<unknown[]> {
      const said: unknown[] = []
      let work: Promise<unknown> = Promise.resolve()
      handlers.get('message')?.({
        data: { kind: 'signed-in', userId, path, files },
        source: { id: path, postMessage: (message: unknown) => said.push(message) },
        waitUntil: (promise: Promise<unknown>) => {
          work = promise
        },
      })
      await work
      return said
    },
  }
}

/** Outside of a browser, a request needs a whole address. */
class PathRequest extends Request {
  constructor(input: string | URL) {
    super(new URL(input, ORIGIN))
  }
}

const pathOf = (asked: string | { url: string }) =>
  new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).pathname

/** A cache storage that works, and what is in it. */
function keeping() {
  const kept = new Map<string, Map<string, Response>>()
  const caches = {
    open: async (name: string) => {
      const entries = kept.get(name) ?? new Map<string, Response>()
      kept.set(name, entries)
      return {
        match: async (asked: string | Request) => entries.get(pathOf(asked))?.clone(),
        put: async (asked: string | Request, response: Response) => {
          entries.set(pathOf(asked), response)
        },
      }
    },
    delete: async (name: string) => kept.delete(name),
    keys: async () => [...kept.keys()],
  }
  const paths = () => [...kept.values()].flatMap((entries) => [...entries.keys()]).toSorted()
  return { caches, paths }
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

test('without a network, a page that was kept opens however long the storage takes', async () => {
  const { caches } = keeping()
  await (await caches.open('steppe-pages-1')).put('/today', page('kept'))
  let answerAtLast = () => {}
  const isAwake = new Promise<void>((resolve) => {
    answerAtLast = resolve
  })
  const open = (name: string) => isAwake.then(() => caches.open(name))
  const { clock, ask } = worker({ ...caches, open }, () =>
    Promise.reject(new TypeError('Failed to fetch')),
  )
  const answer = ask('/today')
  await clock.pass(4000)
  answerAtLast()
  expect(await (await answer)?.text()).toBe('kept')
})

test.each(['/api/export/revlog.csv', '/cohorts/01a1e981/export/readiness.csv?on=2026-11-29'])(
  'the browser downloads %s by itself',
  (path) => {
    expect(worker({ open: async () => empty, delete: async () => true }).ask(path)).toBeNull()
  },
)

const trouble = () =>
  new Response('<h1>The database does not answer</h1>', {
    status: 503,
    headers: { 'content-type': 'text/html', 'x-steppe-trouble': '1' },
  })

test('while the database is away, a page says so in the words of the server', async () => {
  const { ask } = worker({ open: async () => empty, delete: async () => true }, async () =>
    trouble(),
  )
  const answer = await ask('/today')
  expect(answer?.status).toBe(503)
  expect(await answer?.text()).toBe('<h1>The database does not answer</h1>')
})

test('while the database is away, the review that was kept opens, and stays kept', async () => {
  let isDropped = false
  const cache = { match: async () => page('the kept review'), put: async () => {} }
  const caches = {
    open: async () => cache,
    delete: async () => {
      isDropped = true
    },
  }
  const answer = await worker(caches, async () => trouble()).ask('/review')
  expect(await answer?.text()).toBe('the kept review')
  expect(isDropped).toBe(false)
})

describe('what a signed-in page keeps', () => {
  const script = (text: string) =>
    new Response(text, { headers: { 'content-type': 'text/javascript' } })
  /** A site with three pages and a script that loads another one later. */
  const site = async (asked: string | Request): Promise<Response> => {
    const path = pathOf(asked)
    if (path === '/_next/static/chunks/a.js') return script('load("static/chunks/later.js")')
    if (path.endsWith('.js')) return script('')
    return page(`${path} <script src="/_next/static/chunks/a.js"></script>`)
  }
  const away = () => Promise.reject(new TypeError('Failed to fetch'))

  test('is Today and a review that was never opened, with the scripts that they load later', async () => {
    const { caches, paths } = keeping()
    await worker(caches, site).tell('noor', '/settings')
    expect(paths()).toEqual([
      '/__owner',
      '/_next/static/chunks/a.js',
      '/_next/static/chunks/later.js',
      '/review',
      '/today',
    ])
    const without = worker(caches, away)
    expect(await (await without.ask('/review'))?.text()).toContain('/review <script')
    expect(await (await without.ask('/progress'))?.text()).toContain('No network')
  })

  test('is the lesson itself, and a window that shows it without the server is told of when it is', async () => {
    const { caches } = keeping()
    expect(await worker(caches, site).tell('noor', '/lessons/first')).toEqual([])
    const without = worker(caches, away)
    expect((await without.ask('/lessons/first'))?.status).toBe(200)
    expect(await without.tell('noor', '/lessons/first')).toMatchObject([{ kind: 'kept' }])
  })

  test('is fetched with a header that says that nobody asked for it', async () => {
    const asked: unknown[] = []
    const { caches } = keeping()
    const { tell } = worker(caches, async (...args: unknown[]) => {
      asked.push(args)
      return page('new')
    })
    await tell('noor', '/settings')
    expect(JSON.stringify(asked)).toContain('"x-steppe-keeping":"1"')
  })

  test('is dropped for another account, and when the paper of an exam is opened', async () => {
    const { caches, paths } = keeping()
    const { tell, ask } = worker(caches, site)
    await tell('noor', '/lessons/first')
    expect(paths()).toContain('/lessons/first')
    await tell('kim', '/settings')
    expect(paths()).not.toContain('/lessons/first')
    expect(paths()).toContain('/review')
    await ask('/exams/01a1e981/paper')
    expect(paths()).not.toContain('/review')
  })

  test('is not stored for somebody who signed out meanwhile', async () => {
    const { caches, paths } = keeping()
    const { tell, ask } = worker(caches, async (asked) => {
      if (pathOf(asked) === '/review') await ask('/sign-in')
      return site(asked)
    })
    await tell('noor', '/settings')
    expect(paths()).not.toContain('/review')
  })
})

test('a way to the sign-in provider is left to the browser, which tells the server who has led there', () => {
  const { ask } = worker(undefined)
  for (const path of ['/sign-in/provider?next=/', '/join/abc/provider', '/settings/provider']) {
    expect(ask(path), path).toBeNull()
  }
  expect(ask('/join/abc')).not.toBeNull()
})
