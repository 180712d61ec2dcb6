// The web server, in a process of its own: forked by serve.mjs, and gone with it, even when that is
// killed (the channel closes). Ends without cutting off the requests under way.
import { createServer } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { errorCode } from '../error-code.mjs'
import { root } from '../paths.mjs'
import { portOf } from '../process/port.mjs'
import { urlOf } from './address.mjs'
import { createDrain } from './drain.mjs'
import { createEdge } from './edge.mjs'
import { observing } from './observe.mjs'
import { tellingTrouble } from './request-trouble.mjs'
import { createScreen } from './screen.mjs'

/** @type {import('./web-server.mjs').WebServerOptions} */
const { host, port, dev } = JSON.parse(process.argv[2] ?? '')
// How long requests that run may take when the server is told to stop.
const graceMs = 10_000
// Longer than proxies keep theirs: nginx and most load balancers 60 s, Traefik 90 s, Caddy 2 minutes. A
// server that closes an idle connection first cuts off a request that is just being sent on it, and a
// proxy does not send a POST again. With Node's own 5 s, that happened to one answer in thousands.
const keepAliveMs = 130_000

// What a request leaves behind, V8 collects when its heap has grown to a multiple of what is in use, up to
// four times: 80 MB in use became 600 MB of memory while a hundred people worked. One and a half times
// costs no more time, since there is less to go through. A V8 that does not know this only says so.
setFlagsFromString('--heap-growing-percent=50')

// Until there is a server, there is nothing to wait for.
/** @type {() => void} */
let stop = () => process.exit()
/** @type {Promise<void>} */
const mayListen = new Promise((resolve) => {
  process.on('message', (message) => (message === 'listen' ? resolve() : stop()))
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop())
process.on('disconnect', () => stop())

const { default: next } = await import('next')
const { parseAndValidateFlightRouterState: readsState } = await import(
  'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
)
const app = next({ dev, dir: root, hostname: host ?? 'localhost', port })
const handle = app.getRequestHandler()
const edge = createEdge({
  configured: process.env.STEPPE_URL,
  trustProxy: process.env.STEPPE_TRUST_PROXY,
  listens: () => new URL(ownUrl()).host,
  log: (line) => console.error(line),
})
const screen = createScreen({ dev, readsState })
const { observed, end: endObserving } = await observing({ dev })
const server = createServer(
  observed((request, response) => {
    if (!drain.admit(request, response) || !edge.admit(request, response)) return
    void screen.pass(request, response, (screened) =>
      tellingTrouble(screened, response, () => void handle(screened, response)),
    )
  }),
)
const drain = createDrain(server, { graceMs, onEnd: endProcess })
server.keepAliveTimeout = keepAliveMs

stop = endServer

// The database may not be ready before, so the jobs of this process wait for it too (instrumentation.ts).
Object.assign(globalThis, { steppeMayWork: mayListen })
await app.prepare()
await mayListen
server.on('error', (error) => report({ failed: errorCode(error) }, () => process.exit(1)))
server.listen({ port, host }, () => {
  // Where Next fetches the page that an action leads to. It would otherwise try https, which only
  // the proxy speaks, whenever the public address is one of https.
  process.env.__NEXT_PRIVATE_ORIGIN = ownUrl()
  report({ port: portOf(server) })
})

function ownUrl() {
  return urlOf({ host, port: portOf(server) })
}

/**
 * @param {import('./web-server.mjs').Report} message
 * @param {() => void} [done]
 */
function report(message, done = () => {}) {
  process.send?.(message, undefined, undefined, done)
}

function endServer() {
  if (!server.listening) process.exit()
  drain.start()
}

/** @param {number} cutOff */
function endProcess(cutOff) {
  if (cutOff > 0) console.error(`${cutOff} requests took longer than 10 seconds and were cut off.`)
  const leave = () => process.exit()
  setTimeout(leave, 2000) // for a collector of traces that does not answer
  void endObserving().then(leave)
}
