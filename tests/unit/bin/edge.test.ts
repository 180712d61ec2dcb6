import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { passedOrigin } from '@/lib/origin/passed-origin'
import { createEdge } from '../../../bin/support/server/edge.mjs'

function send(
  headers: Record<string, string>,
  {
    method = 'GET',
    url = '/today',
    configured = undefined as string | undefined,
    log = vi.fn(),
  } = {},
) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method, url })
  Object.assign(request.headers, headers)
  const response = new ServerResponse(request)
  // As each answer has it; Node then tells all headers that are set later.
  response.setHeader('X-Request-Id', 'one')
  const edge = createEdge({ configured, listens: () => 'localhost:4301', log })
  const isAdmitted = edge.admit(request, response)
  const read = { get: (name: string) => String(request.headers[name] ?? '') || null }
  return { isAdmitted, request, response, origin: passedOrigin(read) }
}

test('Next, next-auth and our pages read one address in single values', () => {
  const { request, origin } = send({
    host: '127.0.0.1:4301',
    'x-forwarded-host': 'Steppe.example:8443, inner',
    'x-forwarded-proto': 'https,http',
    'x-forwarded-port': '3000',
    forwarded: 'host=other.example',
  })
  expect(request.headers).toEqual({
    host: 'steppe.example:8443',
    'x-forwarded-host': 'steppe.example:8443',
    'x-forwarded-proto': 'https',
  })
  expect(origin).toBe('https://steppe.example:8443')
})

test('a post from an own page has the public address as its Origin', () => {
  const { isAdmitted, request, origin } = send(
    { host: 'localhost:4301', origin: 'http://LOCALHOST:4301' },
    { method: 'POST', configured: 'https://steppe.example' },
  )
  expect(isAdmitted).toBe(true)
  expect(request.headers.origin).toBe('https://steppe.example')
  expect(origin).toBe('https://steppe.example')
})

test('a foreign page may read what anybody may, but send nothing by any method', () => {
  const foreign = { host: 'steppe.example', origin: 'https://evil.example' }
  for (const method of ['GET', 'HEAD', 'OPTIONS']) {
    const { isAdmitted, request } = send(foreign, { method })
    expect(isAdmitted, method).toBe(true)
    expect(request.headers.origin).toBe('https://evil.example')
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const { isAdmitted, response } = send(foreign, { method })
    expect(isAdmitted, method).toBe(false)
    expect(response.statusCode).toBe(403)
  }
})

test('a refusal is plain text or JSON with the headers of all our answers', () => {
  const foreign = { host: 'steppe.example', origin: 'https://evil.example' }
  for (const [url, type] of [
    ['/today', 'text/plain; charset=utf-8'],
    ['/api/reviews', 'application/json'],
  ]) {
    const { response } = send(foreign, { method: 'POST', url })
    expect(response.getHeaders()).toMatchObject({
      'content-type': type,
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-content-type-options': 'nosniff',
      'x-steppe-refused': '1',
    })
  }
})

test('a request for a whole address is one for its host and path', () => {
  for (const [url, path] of [
    ['http://steppe.example:8080/today?x=1', '/today?x=1'],
    ['HTTP://steppe.example:8080', '/'],
    ['http://steppe.example:8080?x=1', '/?x=1'],
  ]) {
    const { request, origin } = send({ host: 'other' }, { url })
    expect(request.url).toBe(path)
    expect(origin).toBe('http://steppe.example:8080')
  }
})

test('the log names a refused page once, and never the path with its code', () => {
  const log = vi.fn()
  const edge = createEdge({ configured: undefined, listens: () => 'localhost:1', log })
  for (let i = 0; i < 200; i += 1) {
    const request = new IncomingMessage(new Socket())
    Object.assign(request, { method: 'POST', url: '/join/SECRET' })
    Object.assign(request.headers, { host: 'a', origin: `http://b${i >> 1}` })
    edge.admit(request, new ServerResponse(request))
  }
  expect(log.mock.calls.length).toBe(50)
  expect(JSON.stringify(log.mock.calls)).not.toContain('SECRET')
})

test('a browser that came over https is told to stay there, and no other, nor the machine itself', () => {
  const told = (headers: Record<string, string>, configured?: string) =>
    send(headers, configured === undefined ? {} : { configured }).response.getHeader(
      'strict-transport-security',
    )
  const host = 'steppe.example'
  expect(told({ host, 'x-forwarded-proto': 'https' })).toMatch(/^max-age=\d{8}/)
  expect(told({ host: '127.0.0.1:4301' }, 'https://steppe.example')).toMatch(/^max-age=/)
  expect(told({ host })).toBeUndefined()
  expect(told({ host }, 'http://steppe.example')).toBeUndefined()
  expect(told({ host: 'localhost:4301', 'x-forwarded-proto': 'https' })).toBeUndefined()
})
