import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openLog } from '@/bin/support/server/log.mjs'
import { openMetrics } from '@/bin/support/server/metrics.mjs'
import { redact, redactText } from '@/bin/support/server/redact.mjs'
import { routeNames } from '@/bin/support/server/route-of.mjs'

const logged = async (level?: string, isTerminal = false) => {
  const lines: string[] = []
  const log = await openLog({
    env: { NODE_ENV: 'test', ...(level ? { STEPPE_LOG_LEVEL: level } : {}) },
    dev: false,
    isTerminal,
    requestId: () => 'req-1',
    write: (line) => lines.push(line),
  })
  return { log, lines }
}

test('a line is one object of JSON with time, level, request and text', async () => {
  const { log, lines } = await logged()
  log.info({ route: '/today', status: 200 }, 'request')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    level: 'info',
    request: 'req-1',
    route: '/today',
    status: 200,
    msg: 'request',
  })
})

test('on a terminal a line is plain text, and only warnings are shown unless asked otherwise', async () => {
  const quiet = await logged(undefined, true)
  quiet.log.info('nothing to see')
  quiet.log.warn({ route: '/today' }, 'look here')
  expect(quiet.lines).toEqual([expect.stringMatching(/^\d\d:\d\d:\d\d warn look here .*"\/today"/)])
  const told = await logged('debug', true)
  told.log.debug('all of it')
  expect(told.lines).toHaveLength(1)
})

test('a level that does not exist is refused in words', async () => {
  await expect(logged('loud')).rejects.toThrow('STEPPE_LOG_LEVEL is "loud"')
})

// What must never be in a log, and where it could come from.
const SECRET = 'Zq8_secret-Value.42'
const PLACES: readonly ((secret: string) => unknown)[] = [
  (secret) => ({ password: secret }),
  (secret) => ({ user: { currentPassword: secret, deeper: [{ AUTH_SECRET: secret }] } }),
  (secret) => ({ headers: { cookie: `a=${secret}`, authorization: `Bearer ${secret}` } }),
  (secret) => ({ url: `/join/${secret}` }),
  (secret) => `GET /reset/${secret}?x=1 failed`,
  (secret) => `GET /setup/${secret}`,
  (secret) => `GET /api/calendar/${secret}.ics`,
  (secret) => `connect postgresql://steppe:${secret}@db.example:5432/steppe`,
  (secret) => new Error(`fetch https://id.example/cb?code=${secret}&state=1`),
  (secret) => new Error('outer', { cause: { token: secret } }),
  (secret) => Object.assign(new Error('x'), { config: { clientSecret: secret } }),
]

test('no secret reaches a line, wherever it stands', async () => {
  for (const place of PLACES) {
    const { log, lines } = await logged('trace')
    log.error({ value: place(SECRET) }, 'it failed')
    log.error({ err: place(SECRET) }, String(place(SECRET)))
    expect(lines.join(''), String(place)).not.toContain(SECRET)
  }
})

test('redacting is total, and keeps what is no secret', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true }), (value) => {
      expect(() => JSON.stringify(redact(value))).not.toThrow()
    }),
  )
  expect(redactText('GET /lessons/sco-1?x=1 took 5 ms')).toBe('GET /lessons/sco-1?x=1 took 5 ms')
})

test('a request is named by its page, never by the code in its address', () => {
  const nameOf = routeNames(
    JSON.stringify({
      staticRoutes: [{ page: '/today' }],
      dynamicRoutes: [{ page: '/join/[code]', regex: '^/join/([^/]+?)(?:/)?$' }],
    }),
  )
  expect(
    ['/today?x=1', '/join/a-code', '/_next/static/a.js', '/nothing', undefined].map(nameOf),
  ).toEqual(['/today', '/join/[code]', '/_next', 'other', 'other'])
})

test('figures are given only to whoever has the token, and not at all without one', async () => {
  expect(await openMetrics(undefined)).toBeUndefined()
  const metrics = await openMetrics('the-token')
  metrics?.observe({ route: '/today', method: 'GET', status: 200, seconds: 0.02 })
  globalThis.steppeCountAnswer?.('accepted')
  globalThis.steppeJobs = new Map([['forecasts', { succeededAt: 1000, failures: 2 }]])
  const answer = async (authorization: string) => {
    let status = 0
    let body = ''
    const response = {
      writeHead: (code: number) => {
        status = code
      },
      end: (text: string) => {
        body = text
      },
    }
    await metrics?.answer({ headers: { authorization } }, response)
    return { status, body }
  }
  expect(await answer('Bearer the-token')).toMatchObject({ status: 200 })
  const { body } = await answer('Bearer the-token')
  for (const line of [
    'steppe_http_request_duration_seconds_count{route="/today",method="GET",status="200"} 1',
    'steppe_answers_total{outcome="accepted"} 1',
    'steppe_answers_total{outcome="rejected"} 0',
    'steppe_job_last_success_timestamp_seconds{job="forecasts"} 1',
    'steppe_job_failures{job="forecasts"} 2',
    'steppe_catalogue_version 0',
    'steppe_database_connections{state="waiting"} 0',
  ]) {
    expect(body).toContain(line)
  }
  expect(body).toContain('steppe_nodejs_eventloop_lag_seconds')
  for (const wrong of ['', 'Bearer the-tokeN', 'Bearer the-token2', 'the-token']) {
    expect(await answer(wrong)).toEqual({ status: 404, body: 'There is no such page.\n' })
  }
  globalThis.steppeJobs = undefined
})
