import { UserError } from '../user-error.mjs'

/** A server that ends sooner than this after it came up (ms) has hardly served anybody. */
const hardlyMs = 1000
const mostInARow = 5

/**
 * @typedef {Pick<ReturnType<typeof import('./web-server.mjs').loadWebServer>,
 *   'listen' | 'ended' | 'stop' | 'stopNow'>} WebServer
 */

/**
 * A web server that is started again when its process ends by itself, as when the system kills it for
 * its memory. One that hardly comes up before it ends again is given up.
 *
 * @param {(port?: number) => WebServer} load `port`: where the one before listened
 * @param {{ log: (line: string) => void, fail: (error: unknown) => void, now?: () => number }} options
 * @returns {Pick<WebServer, 'listen' | 'stop' | 'stopNow'>}
 */
export function keepWebServer(load, { log, fail, now = () => performance.now() }) {
  let server = load()
  let stopping = false

  const keep = async (/** @type {number} */ port) => {
    for (let inARow = 0; ; ) {
      const upAt = now()
      await server.ended
      if (stopping) return
      inARow = now() - upAt < hardlyMs ? inARow + 1 : 0
      if (inARow === mostInARow) {
        throw new UserError('The web server stopped by itself again and again. The data was kept.')
      }
      log('The web server stopped by itself. Starting it again...')
      server = load(port)
      await server.listen()
    }
  }

  return {
    listen: async () => {
      const first = await server.listen()
      void keep(first.port).catch((error) => {
        if (!stopping) fail(error)
      })
      return first
    },
    stop: () => {
      stopping = true
      return server.stop()
    },
    stopNow: () => server.stopNow(),
  }
}
