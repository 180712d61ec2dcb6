import { expect, test } from 'vitest'
import { postJson } from '@/app/_http/post-json'

type Sent = { readonly path: unknown; readonly init: RequestInit | undefined }

/** A server that gives this answer to whatever is sent. */
function answering(answer: () => Promise<Response>) {
  const sent: Sent[] = []
  const request: typeof fetch = (path, init) => {
    sent.push({ path, init })
    return answer()
  }
  return { sent, request }
}

const post = (answer: () => Promise<Response>, value: unknown = {}) =>
  postJson('kim', '/api/reviews', value, answering(answer).request)

test('a request names its page’s person and carries its value as JSON', async () => {
  const { sent, request } = answering(async () => Response.json({}))
  await postJson('kim', '/api/reviews', { events: [] }, request)
  expect(sent).toMatchObject([
    {
      path: '/api/reviews',
      init: {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'x-steppe-user': 'kim' },
        body: '{"events":[]}',
        keepalive: true,
      },
    },
  ])
})

test('a body that no browser sends after its page is gone is sent without keepalive', async () => {
  const { sent, request } = answering(async () => Response.json({}))
  await postJson('kim', '/api/reviews', 'x'.repeat(60_000), request)
  expect(sent[0]?.init?.keepalive).toBe(false)
})

test('the reply tells what the server said', async () => {
  const error = { error: 'No.' }
  expect(await post(async () => Response.json({ results: [] }))).toEqual({
    kind: 'accepted',
    body: { results: [] },
  })
  expect(await post(async () => Response.json(error, { status: 403 }))).toEqual({
    kind: 'refused',
    status: 403,
    body: error,
  })
  expect(await post(async () => Response.json(error, { status: 401 }))).toEqual({
    kind: 'signed-out',
  })
})

test('a server that answers no JSON was reached; one that does not answer was not', async () => {
  const page = async () => new Response('<html>Bad gateway</html>', { status: 502 })
  expect(await post(page)).toEqual({ kind: 'failed', reached: true })
  const silence = () => Promise.reject(new TypeError('Failed to fetch'))
  expect(await post(silence)).toEqual({ kind: 'failed', reached: false })
})
