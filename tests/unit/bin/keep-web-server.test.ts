import { expect, test, vi } from 'vitest'
import { keepWebServer } from '../../../bin/support/server/keep-web-server.mjs'

/** Web servers that come up at once and end when the test says so. */
function scene(livesMs = 5000) {
  const ports: (number | undefined)[] = []
  let end = () => {}
  let clock = 0
  const fail = vi.fn()
  const load = (port?: number) => {
    ports.push(port)
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const stop = async () => end()
    return { listen: async () => ({ port: 4321 }), ended, stop, stopNow: () => end() }
  }
  const kept = keepWebServer(load, { log: () => {}, fail, now: () => clock })
  const die = async () => {
    clock += livesMs
    end()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { ...kept, die, fail, ports }
}

test('a web server that ends by itself is started again at the same port, however often', async () => {
  const { listen, die, fail, ports } = scene()
  await listen()
  for (let i = 0; i < 20; i += 1) await die()
  expect(ports).toEqual([undefined, ...Array.from({ length: 20 }, () => 4321)])
  expect(fail).not.toHaveBeenCalled()
})

test('one that is stopped is not started again', async () => {
  const { listen, stop, fail, ports } = scene()
  await listen()
  await stop()
  await new Promise((resolve) => setImmediate(resolve))
  expect(ports).toHaveLength(1)
  expect(fail).not.toHaveBeenCalled()
})

test('one that hardly comes up is given up, with words', async () => {
  const { listen, die, fail } = scene(10)
  await listen()
  for (let i = 0; i < 5; i += 1) await die()
  expect(fail.mock.calls).toEqual([
    [expect.objectContaining({ message: expect.stringContaining('again and again') })],
  ])
})
