import { edgeHeaders } from './edge-headers.mjs'

/**
 * @typedef {{ status: number, text: string, headers?: Record<string, string> }} Fault why a request is
 *   refused, in words
 */

/**
 * Answers a request that cannot be right, and logs nothing: whoever sends such requests must not be able
 * to fill the log.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Fault} fault
 */
export function refuseRequest(request, response, { status, text, headers: more = {} }) {
  const isApi = request.url?.startsWith('/api/')
  response.writeHead(status, {
    ...edgeHeaders(),
    'Content-Type': isApi ? 'application/json' : 'text/plain; charset=utf-8',
    ...more,
    // Of a body that nobody reads to its end, the rest would be taken for the next request.
    ...(request.complete ? {} : { Connection: 'close' }),
  })
  response.end(isApi ? JSON.stringify({ error: text }) : text)
  request.resume()
}
