import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { createScreen } from '../../../bin/support/server/screen.mjs'

async function send(method: string, url: string) {
  const request = Object.assign(new IncomingMessage(new Socket()), { method, url })
  const response = new ServerResponse(request)
  // As each answer has it; Node then tells all headers that are set later.
  response.setHeader('X-Request-Id', 'one')
  const proceed = vi.fn()
  await createScreen({ dev: true, readsState: () => null }).pass(request, response, proceed)
  return { isPassed: proceed.mock.calls.length === 1, response }
}

test('only reading and sending reach Next; every other method is told which ones there are', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) {
    expect((await send(method, '/today')).isPassed, method).toBe(true)
  }
  expect((await send('POST', '/api/reviews')).isPassed).toBe(true)
  for (const method of ['TRACE', 'TRACK', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', '']) {
    const { isPassed, response } = await send(method, '/today')
    expect(isPassed, method).toBe(false)
    expect(response.statusCode).toBe(405)
    expect(response.getHeader('allow')).toBe('GET, HEAD, OPTIONS, POST')
    expect(response.getHeader('x-content-type-options')).toBe('nosniff')
  }
})
