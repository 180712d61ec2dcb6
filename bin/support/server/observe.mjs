import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { openLog, takeConsole } from './log.mjs'
import { openMetrics } from './metrics.mjs'
import { routeNames } from './route-of.mjs'
import { openTraces } from './traces.mjs'

/** @typedef {(request: import('node:http').IncomingMessage,
 *   response: import('node:http').ServerResponse) => void} Listener */

/**
 * What is known of a request. The application says who is signed in, and why it refused what they may not
 * have (lib/observe/note-request.ts).
 *
 * @typedef {{ readonly id: string, readonly address: string, account?: string, refused?: string }} Facts
 */

/** The edge writes it; what a client sends under this name is not believed. */
const clientHeader = 'x-steppe-client'

/**
 * Gives each request an id, under which log, audit and answer name it, writes one line about it, and
 * counts it. The application finds id and client in `globalThis.steppeRequests`.
 *
 * @param {{ dev: boolean, env?: NodeJS.ProcessEnv, write?: (line: string) => void }} options
 * @returns {Promise<{ observed: (listener: Listener) => Listener, end(): Promise<void> }>} `end` sends what
 *   a collector of traces was not told yet
 */
export async function observing({ dev, env = process.env, write }) {
  /** @type {AsyncLocalStorage<Facts>} */
  const requests = new AsyncLocalStorage()
  Object.assign(globalThis, { steppeRequests: requests })
  const isTerminal = process.stderr.isTTY === true
  const requestId = () => requests.getStore()?.id
  const log = await openLog({ env, dev, isTerminal, requestId, ...(write && { write }) })
  // On a terminal, lines that the application writes for people stay as they are.
  if (!isTerminal && !dev) takeConsole(log)
  const metrics = await openMetrics(env.STEPPE_METRICS_TOKEN)
  const traces = await openTraces(env, (line) => log.warn(line))
  const routeOf = routeNames()

  /** @type {(listener: Listener) => Listener} */
  const observed = (listener) => (request, response) => {
    const id = randomUUID()
    const began = performance.now()
    const { method = 'GET', url } = request
    delete request.headers[clientHeader]
    const peer = plainAddress(request.socket.remoteAddress ?? '')
    /** @type {Facts} */
    const facts = {
      id,
      get address() {
        const said = request.headers[clientHeader]
        return typeof said === 'string' ? said : peer
      },
    }
    response.setHeader('X-Request-Id', id)
    response.once('close', () => {
      const ms = Math.round((performance.now() - began) * 10) / 10
      const route = routeOf(url)
      const status = response.writableFinished ? response.statusCode : 499
      metrics?.observe({ route, method, status, seconds: ms / 1000 })
      const ended = Date.now()
      traces?.record({
        route,
        method,
        status,
        id,
        began: ended - ms,
        ended,
        headers: request.headers,
      })
      const { account, refused } = facts
      // Whose request it was is written down only where it matters: people are not followed by it.
      const why = refused === undefined ? {} : { refused, ...(account && { account }) }
      const line = { method, route, status, ms, client: facts.address, request: id, ...why }
      if (status >= 500) log.error(line, 'request failed')
      else if (route === '/_next' || route.startsWith('/api/health')) log.debug(line, 'request')
      else log.info(line, 'request')
    })
    requests.run(facts, () => {
      const asksFigures = url?.split('?')[0] === '/api/metrics' && ['GET', 'HEAD'].includes(method)
      if (metrics && asksFigures) void metrics.answer(request, response)
      else listener(request, response)
    })
  }
  return { observed, end: async () => traces?.end() }
}

/** @param {string} address an IPv4 address may be written as one of IPv6 */
const plainAddress = (address) => address.replace(/^::ffff:(?=\d+\.)/i, '')
