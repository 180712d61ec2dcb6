import { AsyncLocalStorage } from 'node:async_hooks'
import { audienceOf, unavailableBody, unavailableHeaders } from './unavailable-answer.mjs'

/**
 * @typedef {import('./unavailable-answer.mjs').Words} Words
 * @typedef {{ words?: Words }} Met what a request met on its way
 */

/** @type {AsyncLocalStorage<Met>} */
const present = new AsyncLocalStorage()

// The application's database module calls this (lib/db/connection/steady-pool.ts).
Object.assign(globalThis, {
  steppeTrouble: (/** @type {Words} */ words) => {
    const met = present.getStore()
    if (met) met.words ??= words
  },
})

/**
 * Handles a request. Next knows only one status for a page that failed, 500, and a page without a word. If
 * the request failed because of the database, the answer becomes 503 with Retry-After: for a page with
 * our own words, for a part of a page with what Next has made of it.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {() => unknown} handle
 */
export function tellingTrouble(request, response, handle) {
  /** @type {Met} */
  const met = {}
  const { writeHead, write, end } = response
  const isPart = audienceOf(request) === 'part'
  let replaced = false
  Object.assign(response, {
    writeHead: (/** @type {number} */ status, /** @type {unknown[]} */ ...rest) => {
      // With any other status, a route of ours has found words itself.
      if (!met.words || status !== 500 || response.headersSent) {
        return Reflect.apply(writeHead, response, [status, ...rest])
      }
      replaced = !isPart
      for (const [name, value] of Object.entries(unavailableHeaders(request))) {
        if (!isPart || name !== 'Content-Type') response.setHeader(name, value)
      }
      if (replaced) for (const name of bodyHeaders) response.removeHeader(name)
      return Reflect.apply(writeHead, response, [503])
    },
    write: (/** @type {unknown[]} */ ...args) => {
      if (!response.headersSent) response.writeHead(response.statusCode)
      return replaced ? true : Reflect.apply(write, response, args)
    },
    end: (/** @type {unknown[]} */ ...args) => {
      if (!response.headersSent && met.words) response.writeHead(response.statusCode)
      if (!replaced) return Reflect.apply(end, response, args)
      const done = args.find((arg) => typeof arg === 'function')
      const body = request.method === 'HEAD' ? '' : unavailableBody(request, met.words ?? none)
      return Reflect.apply(end, response, [body, ...(done ? [done] : [])])
    },
  })
  return present.run(met, handle)
}

/** They describe a body that is not sent. */
const bodyHeaders = ['content-length', 'content-encoding', 'etag', 'transfer-encoding']

const none = { title: 'The server cannot answer now', text: '' }
