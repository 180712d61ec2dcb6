import { expect, test, vi } from 'vitest'
import {
  FORM_PATIENCE_MS,
  PAGE_PATIENCE_MS,
  RequestError,
  watchRequests,
} from '@/app/_http/watch-requests'

const ACTION = { method: 'POST', headers: { 'next-action': '60ab' }, body: 'x' } as const
const never = () => new AbortController().signal

const answerOf = (status: number, headers: Record<string, string>) =>
  watchRequests(async () => new Response('', { status, headers }), never)('/page', ACTION)

test('the answer of an action passes, also when the action has failed', async () => {
  const rsc = { 'content-type': 'text/x-component' }
  expect((await answerOf(200, rsc)).status).toBe(200)
  expect((await answerOf(500, rsc)).status).toBe(500)
})

test('a redirect of an action passes without any content', async () => {
  expect((await answerOf(303, { 'x-action-redirect': '/today;push' })).status).toBe(303)
})

test.each([
  [502, { 'content-type': 'text/html' }, { kind: 'answered-badly', status: 502 }],
  [200, { 'content-type': 'text/html' }, { kind: 'answered-badly', status: 200 }],
  [413, { 'content-type': 'text/html' }, { kind: 'too-large' }],
  [404, { 'x-nextjs-action-not-found': '1' }, { kind: 'outdated' }],
] as const)('status %i with %o becomes %o', async (status, headers, failure) => {
  await expect(answerOf(status, headers)).rejects.toEqual(new RequestError(failure))
})

test('a refusal by the edge of our server keeps its reason', async () => {
  const refusal = new Response('Open Steppe elsewhere.', {
    status: 403,
    headers: { 'content-type': 'text/plain', 'x-steppe-refused': '1' },
  })
  await expect(watchRequests(async () => refusal, never)('/page', ACTION)).rejects.toEqual(
    new RequestError({ kind: 'refused', reason: 'Open Steppe elsewhere.' }),
  )
})

test('a server that never answers is given up in time', async () => {
  const clock = new AbortController()
  const waits = vi.fn(() => clock.signal)
  const silent: typeof fetch = (_path, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
    })
  const sending = watchRequests(silent, waits)('/page', ACTION)
  clock.abort(new DOMException('', 'TimeoutError'))
  await expect(sending).rejects.toEqual(new RequestError({ kind: 'silent' }))
  expect(waits).toHaveBeenCalledWith(FORM_PATIENCE_MS)
})

test('a connection that is cut becomes “unreachable”', async () => {
  const cut = async () => {
    throw new TypeError('Failed to fetch')
  }
  await expect(watchRequests(cut, never)('/page', ACTION)).rejects.toEqual(
    new RequestError({ kind: 'unreachable' }),
  )
})

test('the page behind a link is given up in time, so that the browser opens it by itself', async () => {
  const request = vi.fn(async (..._given: Parameters<typeof fetch>) => new Response(''))
  const signal = never()
  const waits = vi.fn(() => signal)
  await watchRequests(request, waits)('/today', { headers: { rsc: '1' } })
  expect(waits).toHaveBeenCalledWith(PAGE_PATIENCE_MS)
  expect(request).toHaveBeenCalledWith('/today', { headers: { rsc: '1' }, signal })
})

test.each([
  ['of our own', {}],
  ['that fetches a page before anybody asks for it', { rsc: '1', 'next-router-prefetch': '1' }],
])('a request %s passes unchanged', async (_what, headers) => {
  const request = vi.fn(async () => new Response('<html>', { status: 502 }))
  const init = { headers }
  expect((await watchRequests(request, never)('/page', init)).status).toBe(502)
  expect(request).toHaveBeenCalledWith('/page', init)
})
