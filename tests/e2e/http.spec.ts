import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { uuidv7 } from 'uuidv7'
import { adviceOnNode } from '../../bin/support/checkout/node-version.mjs'
import { ENTRIES } from '../../lib/policy/entries'
import { killRounds } from '../drills/support/kill-rounds'
import { storedEvents } from '../drills/support/stored-events'
import { type RunningApp, startApp } from '../support/app'
import { createUser, steppe } from '../support/command-line'
import { gradedEvent } from '../support/graded-event'
import { type HttpClient, signIn } from '../support/http-client'
import { entriesOfBuild } from '../support/policy/build-entries'
import { runFuzz } from '../support/policy/fuzz'
import { runMatrix } from '../support/policy/matrix'
import { readEverything, someAttemptThatIsOver, someRepliedFlag } from '../support/policy/reads'
import { openWorld, type World } from '../support/policy/world'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const PERSON = { email: 'kim@example.org', password: 'a long enough one' }

// All of this file runs under the Node that the README recommends, where npm could get it
// (bin/support/checkout/node-24.mjs); the other files run under the one that runs the tests.
const node = process.env.STEPPE_NODE_24 ?? process.execPath

let app: TemporaryApp
/** The same program after it was started again, at the same port. */
let running: RunningApp
let kim: HttpClient
test.beforeAll(async () => {
  app = await temporaryApp('start', [], {}, node)
  running = app
  await createUser(app.dataDir, { ...PERSON, name: 'Kim', role: 'learner' })
  kim = await signIn(app.url, PERSON.email, PERSON.password)
})
test.afterAll(async () => {
  await running.stop()
  await app.remove()
})

const startAgain = () =>
  startApp({ dataDir: app.dataDir, port: Number(new URL(app.url).port), node })

const raw = (body: string, headers: Record<string, string> = {}) =>
  kim.request('/api/reviews', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })

test('live and ready answer 200 once the program is up', async () => {
  expect((await fetch(`${app.url}/api/health/live`)).status).toBe(200)
  expect((await fetch(`${app.url}/api/health/ready`)).status).toBe(200)
})

test('a connection without requests stays open longer than a proxy keeps its own', async () => {
  const { headers } = await fetch(`${app.url}/api/health/live`)
  const [, seconds] = headers.get('keep-alive')?.match(/timeout=(\d+)/) ?? []
  expect(Number(seconds)).toBeGreaterThan(120)
})

test('a Node without security updates is named once at the start, and a newer one is not', () => {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1)
  const said = app.output().split('which gets no more security updates').length - 1
  expect(said).toBe(adviceOnNode(version) === undefined ? 0 : 1)
})

test('whoever signed in grades a card, and it is accepted', async () => {
  const graded = { kind: 'grade', rating: 3, answer: null, durationMs: 4000, context: 'review' }
  const event = { id: uuidv7(), questionId: 'mem-uz-stays-sco', at: new Date().toISOString() }
  const response = await kim.post('/api/reviews', { events: [{ ...event, ...graded }] })
  expect(response.status).toBe(200)
  expect((await response.json()).results).toMatchObject([{ id: event.id, status: 'accepted' }])
})

test('without a sign-in the queue and answers are 401, and pages lead to sign-in and back', async () => {
  expect((await fetch(`${app.url}/api/session`)).status).toBe(401)
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"events":[]}',
  }
  expect((await fetch(`${app.url}/api/reviews`, post)).status).toBe(401)
  const page = await fetch(`${app.url}/review?scope=membership`, { redirect: 'manual' })
  expect(page.status).toBe(307)
  expect(page.headers.get('location')).toContain(encodeURIComponent('/review?scope=membership'))
})

test('rubbish to /api/reviews is a 400 with a reason, never a 500', async () => {
  for (const body of ['', '{', 'null', '[]', '7', '{"events":7}', '{"events":{"0":1}}', '\u0000']) {
    const response = await raw(body)
    expect(response.status, body).toBe(400)
    expect(await response.json()).toMatchObject({ error: expect.stringMatching(/\w/) })
  }
  const tooMany = JSON.stringify({ events: Array.from({ length: 501 }, () => 1) })
  expect((await raw(tooMany)).status).toBe(400)
  expect((await raw(`{"events":["${'x'.repeat(1_100_000)}"]}`)).status).toBe(413)
})

test('each event gets its own outcome, a rejected one with its reason', async () => {
  const response = await raw(JSON.stringify({ events: [1, { id: 'x' }, { kind: 'grade' }] }))
  expect(response.status).toBe(200)
  const { results } = await response.json()
  expect(results).toHaveLength(3)
  for (const result of results)
    expect(result).toMatchObject({ status: 'rejected', reason: 'malformed' })
})

test('an answer from another site, or not as JSON, is refused', async () => {
  const events = '{"events":[]}'
  expect((await raw(events, { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await raw(events, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await raw(events, { origin: app.url })).status).toBe(200)
})

test('an unknown deck is a 400, an unknown lesson a page of its own', async () => {
  expect((await kim.get('/api/session?scope=no-such-deck')).status).toBe(400)
  expect((await kim.get('/lessons/no-such-lesson')).status).toBe(404)
  expect((await kim.get('/cohorts/no-such-cohort')).status).toBe(404)
})

test('something that is not theirs is a 404 with a reason on every route', async () => {
  const attempt = '/api/exams/01890000-0000-7000-8000-000000000000'
  const answers = [
    await kim.get('/api/cards/no-such-question'),
    await kim.post(`${attempt}/answers`, { answers: [] }),
    await kim.post(`${attempt}/hand-in`, {}),
  ]
  for (const response of answers) {
    expect(response.status, response.url).toBe(404)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toMatchObject({ error: expect.stringMatching(/\w/) })
  }
  const hidden = await kim.get('/cohorts/no-such-cohort/export/people.csv')
  expect(hidden.status).toBe(404)
  expect(await hidden.text()).toBe('There is no such export.\n')
})

test('a request from another person’s page is a 401', async () => {
  const headers = { 'x-steppe-user': 'somebody-else' }
  expect((await raw('{"events":[]}', headers)).status).toBe(401)
  expect((await kim.request('/api/session', { headers })).status).toBe(401)
})

test('a learner gets no instructor’s or administrator’s page', async () => {
  for (const path of ['/cohorts', '/admin']) expect((await kim.get(path)).status, path).toBe(404)
})

test('no acknowledged answer is lost or stored twice by kill -9 of the web server, the database or both', async () => {
  test.setTimeout(180_000)
  const before = await storedEvents(app.dataDir)
  const outcome = await killRounds({
    app: running,
    dataDir: app.dataDir,
    people: [PERSON],
    questions: ['mem-uz-stays-sco', 'mem-uz-coalition-why'],
    parts: ['web server', 'database', 'both'],
    startAgain,
    log: () => {},
  })
  running = outcome.app
  expect(outcome.surprises).toEqual([])
  expect(outcome.acknowledged.size).toBe(outcome.made)
  const stored = (await storedEvents(app.dataDir)).filter((id) => !before.includes(id))
  expect(stored.toSorted()).toEqual([...outcome.acknowledged].toSorted())
  expect(await steppe(app.dataDir, ['log', 'check'])).toContain(' 0 differences')
})

test('a stop lets answers end that are being stored, and refuses with 503 what comes later', async () => {
  const before = (await storedEvents(app.dataDir)).length
  const statuses: number[] = []
  let isFirst = () => {}
  const first = new Promise<void>((resolve) => {
    isFirst = resolve
  })
  const sent = Array.from({ length: 200 }, async () => {
    const response = await kim.post('/api/reviews', { events: [gradedEvent()] })
    if (response.status === 503) expect(response.headers.get('retry-after')).toBe('2')
    await response.text()
    statuses.push(response.status)
    isFirst()
  })
  await first
  const stopped = running.stop()
  await Promise.all(sent)
  expect(await stopped).toBe(0)
  const accepted = statuses.filter((status) => status === 200).length
  expect(statuses.filter((status) => status === 503)).toHaveLength(200 - accepted)
  running = await startAgain()
  expect((await storedEvents(app.dataDir)).length - before).toBe(accepted)
})

test('the build has no page, route or action without a row in the policy, and the policy no other', () => {
  const { pages, routes, actions } = entriesOfBuild()
  const rows = Object.keys(ENTRIES)
  const withoutMethod = (name: string) => name.replace(/^[A-Z]+ /, '')
  const isRoute = (name: string) => !name.startsWith('/')
  const isAction = (name: string) => name.includes('#')
  const inOrder = (names: Iterable<string>) => [...new Set(names)].toSorted()
  expect(inOrder(rows.filter((name) => !isRoute(name) && !isAction(name)))).toEqual(inOrder(pages))
  expect(inOrder(rows.filter(isRoute).map(withoutMethod))).toEqual(inOrder(routes))
  expect(inOrder(rows.filter(isAction))).toEqual(inOrder(actions.keys()))
})

/** A stack trace, as text or in a line of the structured log. */
const STACK = /\n {4}at |"stack":/

test('an address that cannot be one is a 4xx with our headers, and no stack trace in the log', async () => {
  const before = running.output().length
  for (const part of ['%ff', '%', '%00', 'a'.repeat(300), '%E0%A4%A']) {
    for (const path of [`/join/${part}`, `/questions/${part}`, `/api/cards/${part}`, `/${part}`]) {
      const response = await kim.get(path)
      expect([400, 404, 414], path).toContain(response.status)
      expect(response.headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(response.headers.get('content-security-policy'), path).toContain('default-src')
    }
  }
  expect(running.output().slice(before)).not.toMatch(STACK)
})

test('scripts in the text of a page run only with the nonce of this one answer', async () => {
  const nonces = new Set<string>()
  for (const path of ['/today', '/today', '/sign-in', '/no-such-page', '/no.such.page']) {
    const response = await kim.get(path)
    const policy = response.headers.get('content-security-policy') ?? ''
    const [, scripts = ''] = policy.match(/script-src ([^;]*)/) ?? []
    const [, nonce = ''] = scripts.match(/^'self' 'nonce-(\w{32})'$/) ?? []
    expect(nonce, `${path}: ${policy}`).not.toBe('')
    nonces.add(nonce)
    for (const [tag] of (await response.text()).matchAll(/<script\b[^>]*>/g)) {
      expect(tag, path).toContain(`nonce="${nonce}"`)
    }
  }
  expect(nonces.size).toBe(5)
  const other = await fetch(`${app.url}/api/health/live`)
  expect(other.headers.get('content-security-policy')).toContain("script-src 'self';")
})

let world: World | undefined
/** The people of every kind, made once. */
async function everybody(): Promise<World> {
  world ??= await openWorld(app)
  return world
}

test('people of every kind get what the policy gives them, also during an exam', async () => {
  test.setTimeout(180_000)
  const kinds = ['learner in an exam', 'other instructor'] as const
  const { requests, leaks, broken } = await runMatrix(await everybody(), kinds)
  expect({ leaks, broken }).toEqual({ leaks: [], broken: [] })
  expect(requests).toBeGreaterThan(200)
})

test('reading writes nothing: every page and route of the build, as everybody, also fetched early', async () => {
  test.setTimeout(180_000)
  const here = await everybody()
  await someRepliedFlag(here)
  await someAttemptThatIsOver(here)
  const kinds = ['learner', 'learner in an exam', 'instructor', 'administrator'] as const
  const { pages, requests, written } = await readEverything(here, kinds)
  expect(written).toEqual([])
  expect(pages).toBeGreaterThan(45)
  expect(requests).toBeGreaterThan(600)
})

test('malformed requests to every entry are refused, and the log has no stack trace of them', async () => {
  test.setTimeout(360_000)
  const before = running.output().length
  const { broken, bare } = await runFuzz(await everybody(), { runs: 10, seed: 14 })
  expect({ broken, bare }).toEqual({ broken: [], bare: [] })
  expect(running.output().slice(before)).not.toMatch(STACK)
})

test('a malformed body of an ended session is a 401', async () => {
  const here = await everybody()
  const learner = here.as('learner')
  const body = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }
  expect((await learner.request('/api/reviews', body)).status).toBe(400)
  expect((await here.as('disabled').request('/api/reviews', body)).status).toBe(401)
})

test('once the account is disabled, its answers and its queue are a 401, with the same cookie', async () => {
  expect((await raw('{"events":[]}')).status).toBe(200)
  await steppe(app.dataDir, ['user', 'disable', '--email', PERSON.email])
  const refused = await raw('{"events":[]}')
  expect(refused.status).toBe(401)
  expect(await refused.json()).toEqual({ error: 'Sign in first. Nothing was recorded.' })
  expect((await kim.get('/api/session')).status).toBe(401)
})
