import { judgeOrigin } from '../origin/judge-origin.mjs'
import { passedAddress } from '../origin/passed-address.mjs'
import { createProxyTrust } from '../origin/proxy-trust.mjs'
import { refusalText } from '../origin/refusal-text.mjs'
import { isLocal } from '../origin/web-origin.mjs'
import { refuseRequest } from './refuse-request.mjs'

/** These change nothing, so they may come from anywhere. */
const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])
/** The log names each mistake of a proxy once; a flood of invented origins must not fill it. */
const mostLogged = 50

/**
 * The edge of the web server. It decides once for each request what the public address is and
 * whether the request comes from an own page, and writes the answer into the headers, so that Next,
 * next-auth and our own code read the same and ask nothing else.
 *
 * @param {{ configured: string | undefined, trustProxy?: string | undefined, listens: () => string,
 *   log: (line: string) => void }} options `listens`: host and port of this server
 */
export function createEdge({ configured, trustProxy, listens, log }) {
  const trust = createProxyTrust(trustProxy, log)
  /** @type {Set<string>} */
  const logged = new Set()

  return {
    /**
     * Writes the one address into a request. Answers it, and returns false, if another site sent it.
     *
     * @param {import('node:http').IncomingMessage} request
     * @param {import('node:http').ServerResponse} response
     */
    admit(request, response) {
      const { headers } = request
      takePath(request)
      trust.read(headers, request.socket.remoteAddress)
      const asked = {
        said: headers.origin,
        fetchSite: single(headers['sec-fetch-site']),
        host: headers.host,
        passed: passedAddress(headers, listens()),
        configured,
      }
      const verdict = judgeOrigin(asked)
      if (verdict.kind === 'own') {
        writeOrigin(headers, verdict.origin)
        keepHttps(response, verdict.origin)
        return true
      }
      if (harmless.has(request.method ?? '')) {
        writeOrigin(headers, configured ?? asked.passed.origin, { isOwn: false })
        return true
      }
      const text = refusalText(asked, verdict.kind)
      if (!logged.has(text) && logged.size < mostLogged) {
        logged.add(text)
        // Without the path, which may contain the code of an invitation.
        log(`A ${request.method} request was refused. ${text}`)
      }
      // The header tells the page of a form that these words are ours (app/_http/watch-requests.ts).
      refuseRequest(request, response, { status: 403, text, headers: { 'X-Steppe-Refused': '1' } })
      return false
    },
  }
}

/**
 * A browser that came over https comes over https from now on. Not for the machine itself, whose ports
 * belong to many programs.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {string} origin
 */
function keepHttps(response, origin) {
  if (!origin.startsWith('https:') || isLocal(origin)) return
  response.setHeader('Strict-Transport-Security', 'max-age=31536000')
}

/**
 * Some proxies ask for a whole address (RFC 9112, 3.2.2). Its host then counts as `Host`, and the rest
 * is the path that Next expects.
 *
 * @param {import('node:http').IncomingMessage} request
 */
function takePath(request) {
  const [, host, path = ''] = request.url?.match(/^https?:\/\/([^/?#]*)(.*)$/i) ?? []
  if (host === undefined) return
  request.headers.host = host
  request.url = path.startsWith('/') ? path : `/${path}`
}

/**
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {string} origin
 */
function writeOrigin(headers, origin, { isOwn = true } = {}) {
  const { host, protocol } = new URL(origin)
  headers.host = host
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  // Next compares Origin with these once more.
  if (isOwn && headers.origin !== undefined) headers.origin = origin
  for (const name of ['x-forwarded-port', 'forwarded']) delete headers[name]
}

/** @param {string | string[] | undefined} value */
const single = (value) => (Array.isArray(value) ? value[0] : value)
