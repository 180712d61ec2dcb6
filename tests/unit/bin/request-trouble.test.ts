import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { tellingTrouble } from '../../../bin/support/server/request-trouble.mjs'

const WORDS = { title: 'The database does not answer', text: 'Nobody knows why.' }
const ending: (() => void)[] = []
afterEach(() => {
  for (const end of ending.splice(0)) end()
})

/** A server whose application answers so, after it has met trouble or not. */
async function serving(answer: (response: ServerResponse) => void, meets = true) {
  const server = createServer((request, response) => {
    tellingTrouble(request, response, async () => {
      await null
      if (meets) globalThis.steppeTrouble?.(WORDS)
      answer(response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ending.push(() => server.close())
  const { port } = server.address() as AddressInfo
  return (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init)
}

const failing = (response: ServerResponse) => {
  response.statusCode = 500
  response.setHeader('content-type', 'text/html')
  response.setHeader('content-length', '13')
  response.write('<p>Oh.')
  response.end('</p>...')
}

test('a page that failed because of the database says what happened, what is kept and what follows', async () => {
  const answer = await (await serving(failing))('/today')
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('2')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const html = await answer.text()
  expect(html).toContain('<h1>The database does not answer</h1>')
  expect(html).toContain('you stay signed in')
  expect(html).toContain('http-equiv="refresh"')
  expect(html).not.toContain('Oh.')
})

test('such a page has the headers of all our answers, and may load nothing but its own style', async () => {
  const { headers } = await (await serving(failing))('/today')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]{44}';.* frame-ancestors 'none'/,
  )
})

test('a form that was sent without JavaScript is not sent again by its page', async () => {
  const html = await (await (await serving(failing))('/settings', { method: 'POST' })).text()
  expect(html).toContain('Go back')
  expect(html).not.toContain('http-equiv="refresh"')
})

test('a program gets JSON', async () => {
  const answer = await (await serving(failing))('/api/reviews', { method: 'POST' })
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ error: expect.stringContaining(WORDS.title) })
})

test('a part of a page keeps its body, so that Next understands it', async () => {
  const answer = await (await serving(failing))('/today', { headers: { 'next-action': 'a' } })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('content-type')).toBe('text/html')
  expect(await answer.text()).toContain('Oh.')
})

test('other failures, and answers with a status of their own, stay as they are', async () => {
  const other = await (await serving(failing, false))('/today')
  expect([other.status, await other.text()]).toEqual([500, '<p>Oh.</p>...'])
  const ready = await serving((response) => response.writeHead(503).end('not ready'))
  expect(await (await ready('/api/health/ready')).text()).toBe('not ready')
})
