import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createDrain } from '../../../bin/support/server/drain.mjs'

/** A server whose requests end when the test says so. */
async function slowServer(graceMs = 60_000) {
  const open: ServerResponse[] = []
  let arrived = () => {}
  let ended = (_cutOff: number) => {}
  const end = new Promise<number>((resolve) => {
    ended = resolve
  })
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (!drain.admit(request, response)) return
    open.push(response)
    arrived()
  })
  const drain = createDrain(server, { graceMs, onEnd: (cutOff) => ended(cutOff) })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true })
  const ask = async (path = '/today'): Promise<IncomingMessage> => {
    const [response] = await once(get(`http://127.0.0.1:${port}${path}`, { agent }), 'response')
    return response
  }
  const running = () =>
    new Promise<void>((resolve) => {
      arrived = resolve
    })
  return { ask, drain, end, open, running, server }
}

test('a request that runs is answered in full, and its connection is the last of it', async () => {
  const { ask, drain, end, open, running } = await slowServer()
  const began = running()
  const asked = ask()
  await began
  drain.start()
  open[0]?.end('stored')
  const answer = await asked
  expect(answer.statusCode).toBe(200)
  expect(answer.headers.connection).toBe('close')
  answer.resume()
  expect(await end).toBe(0)
})

test.each([
  ['/today', 'text/html', /<h1>Steppe is being stopped<\/h1>.*kept/s],
  ['/api/reviews', 'application/json', /^\{"error":"Steppe is being stopped/],
])(
  'a request for %s that comes too late gets 503 and is told when to come back',
  async (path, type, words) => {
    const { ask, drain, end, open, running } = await slowServer()
    const began = running()
    const asked = ask()
    await began
    drain.start()
    const late = await ask(path)
    expect(late.statusCode).toBe(503)
    expect(late.headers).toMatchObject({ 'retry-after': '2', connection: 'close' })
    expect(late.headers['content-type']).toContain(type)
    let text = ''
    for await (const part of late) text += part
    expect(text).toMatch(words)
    open[0]?.end()
    ;(await asked).resume()
    await end
  },
)

test('a server without requests ends at once', async () => {
  const { drain, end } = await slowServer()
  drain.start()
  expect(await end).toBe(0)
})

test('a request that takes too long is cut off, and counted', async () => {
  const { ask, drain, end, running, server } = await slowServer(1)
  const began = running()
  const cut = expect(ask()).rejects.toThrow()
  await began
  drain.start()
  expect(await end).toBe(1)
  server.closeAllConnections()
  await cut
})
