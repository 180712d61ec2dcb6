// The web server, in a process of its own: forked by serve.mjs, and gone with it, even when that is
// killed (the channel closes). Ends without cutting off the requests under way.
import { createServer } from 'node:http'
import { errorCode } from '../error-code.mjs'
import { root } from '../paths.mjs'
import { portOf } from '../process/port.mjs'
import { urlOf } from './address.mjs'
import { createEdge } from './edge.mjs'

/** @type {import('./web-server.mjs').WebServerOptions} */
const { host, port, dev } = JSON.parse(process.argv[2] ?? '')
const graceMs = 5000

const { default: next } = await import('next')
const app = next({ dev, dir: root, hostname: host ?? 'localhost', port })
const handle = app.getRequestHandler()
const edge = createEdge({
  configured: process.env.STEPPE_URL,
  listens: () => new URL(ownUrl()).host,
  log: console.error,
})
const server = createServer((request, response) => {
  if (edge.admit(request, response)) void handle(request, response)
})

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
process.on('message', stop)
process.on('disconnect', stop)

await app.prepare()
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

let stopping = false
function stop() {
  if (stopping) return
  stopping = true
  server.close(() => process.exit())
  server.closeIdleConnections()
  setTimeout(() => {
    server.closeAllConnections()
    process.exit()
  }, graceMs).unref()
  if (!server.listening) process.exit()
}
