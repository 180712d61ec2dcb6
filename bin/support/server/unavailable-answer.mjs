import { createHash } from 'node:crypto'
import { edgeHeaders } from './edge-headers.mjs'

/** @typedef {{ title: string, text: string }} Words what happened, for people */

/** Seconds after which a page asks again, and those that programs are told. */
const pageSeconds = 10
const programSeconds = 2

const style =
  'body{font:1.125rem/1.6 Georgia,serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem}'
const styleHash = createHash('sha256').update(style).digest('base64')

const kept =
  'What you saved is kept, and you stay signed in. Answers of a review that is open on this device are kept here and sent by themselves.'

/**
 * Whoever gets an answer: a person who opens a page, our pages' own requests for parts, and programs.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {'page' | 'part' | 'api'}
 */
export function audienceOf({ url = '', headers }) {
  if (url.startsWith('/api/')) return 'api'
  return headers.rsc !== undefined || headers['next-action'] !== undefined ? 'part' : 'page'
}

/**
 * The headers of an answer that says: not now. `X-Steppe-Trouble` tells our service worker that the
 * words are ours and not a proxy's.
 *
 * @param {import('node:http').IncomingMessage} request
 */
export const unavailableHeaders = (request) => ({
  ...edgeHeaders(`'sha256-${styleHash}'`),
  'Retry-After': String(programSeconds),
  'X-Steppe-Trouble': '1',
  'Content-Type': audienceOf(request) === 'page' ? 'text/html; charset=utf-8' : 'application/json',
})

/**
 * The body: a page that says what happened, what is kept and that it tries again, or one line of JSON.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {Words} words
 */
export function unavailableBody(request, { title, text }) {
  if (audienceOf(request) !== 'page') {
    return JSON.stringify({ error: `${title}. ${text} Send the request again in a few seconds.` })
  }
  // What a form sent is not sent again by itself: only a page that was asked for is.
  const isSent = request.method === 'POST'
  const again = isSent
    ? 'What you sent was probably not saved. Go back with your browser: what you typed is mostly still there. Then send it again.'
    : `This page tries again by itself every ${pageSeconds} seconds.`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
${isSent ? '' : `<meta http-equiv="refresh" content="${pageSeconds}">`}
<title>${title} · Steppe</title>
<style>${style}</style>
</head><body><main>
<h1>${title}</h1>
<p>${text}</p>
<p>${kept}</p>
<p>${again}</p>
${isSent ? '' : '<p><a href="">Try again now</a></p>'}
<p><a href="/review">Continue the review</a></p>
</main></body></html>`
}

/**
 * Answers a request that is not given to the application at all.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Words} words
 */
export function answerUnavailable(request, response, words) {
  request.resume()
  response.writeHead(503, { ...unavailableHeaders(request), Connection: 'close' })
  response.end(unavailableBody(request, words))
}
