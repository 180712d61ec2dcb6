import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { uuidv7 } from 'uuidv7'
import { adviceOnNode } from '../../bin/support/checkout/node-version.mjs'
import { createUser, steppe } from '../support/command-line'
import { type HttpClient, signIn } from '../support/http-client'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const PERSON = { email: 'kim@example.org', password: 'a long enough one' }

// All of this file runs under the Node that the README recommends, where npm could get it
// (bin/support/checkout/node-24.mjs); the other files run under the one that runs the tests.
const node = process.env.STEPPE_NODE_24 ?? process.execPath

let app: TemporaryApp
let kim: HttpClient
test.beforeAll(async () => {
  app = await temporaryApp('start', [], {}, node)
  await createUser(app.dataDir, { ...PERSON, name: 'Kim', role: 'learner' })
  kim = await signIn(app.url, PERSON.email, PERSON.password)
})
test.afterAll(() => app.remove())

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

test('once the account is disabled, its answers and its queue are a 401, with the same cookie', async () => {
  expect((await raw('{"events":[]}')).status).toBe(200)
  await steppe(app.dataDir, ['user', 'disable', '--email', PERSON.email])
  const refused = await raw('{"events":[]}')
  expect(refused.status).toBe(401)
  expect(await refused.json()).toEqual({ error: 'Sign in first. Nothing was recorded.' })
  expect((await kim.get('/api/session')).status).toBe(401)
})
