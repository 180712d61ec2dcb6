import { IncomingMessage } from 'node:http'
import { areActionParts } from './action-parts.mjs'

/** As much as Next takes for an action. */
const MOST_BYTES = 1_048_576

/**
 * @typedef {import('./refuse-request.mjs').Fault} Fault
 * @typedef {{ kind: 'passes', request: IncomingMessage } | { kind: 'faulty', fault: Fault }} Screened
 */

/**
 * A request that posts to a page. Next answers one that it cannot read with 500 and a stack trace in the
 * log, so it is read here first, and what Next gets is written anew.
 *
 * @param {IncomingMessage} request
 * @param {(id: string) => boolean} isAction
 * @returns {Promise<Screened>}
 */
export async function screenAction(request, isAction) {
  const id = request.headers['next-action']
  if (id !== undefined && (typeof id !== 'string' || !isAction(id))) return faulty(unknownAction)
  const type = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) return faulty(notAForm)
  const body = await bytesOf(request)
  if (body === null) return faulty(tooLarge)
  const form = await formOf(body, type)
  if (form === null) return faulty(unreadable)
  const entries = [...form].map(([name, value]) => /** @type {const} */ ([name, value]))
  if (!areActionParts(entries, { named: id !== undefined, isAction })) return faulty(unreadable)
  return { kind: 'passes', request: await written(request, form) }
}

/** @param {Fault} fault */
const faulty = (fault) => /** @type {const} */ ({ kind: 'faulty', fault })

const unknownAction = {
  status: 404,
  text: 'This page is of an earlier version of Steppe. Nothing was changed. Load the page again.',
  // By this, the page of the form knows what to say (app/_http/watch-requests.ts).
  headers: { 'X-Nextjs-Action-Not-Found': '1' },
}
const notAForm = {
  status: 415,
  text: 'Only the forms of a page can be sent to it. Nothing was changed. Load the page again.',
}
const tooLarge = {
  status: 413,
  text: 'The form is larger than 1 MB. Nothing was changed. Send less at once.',
}
const unreadable = {
  status: 400,
  text: 'The form did not arrive as one of our pages sends it. Nothing was changed. Load the page again.',
}

/**
 * @param {IncomingMessage} request
 * @returns {Promise<Buffer | null>} null when it is too long
 */
async function bytesOf(request) {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return null
  /** @type {Buffer[]} */
  const pieces = []
  let bytes = 0
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    bytes += piece.length
    if (bytes > MOST_BYTES) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/**
 * @param {Buffer} body
 * @param {string} type
 */
async function formOf(body, type) {
  try {
    return await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData()
  } catch {
    return null
  }
}

/**
 * The same request with this form.
 *
 * @param {IncomingMessage} request
 * @param {FormData} form
 */
async function written(request, form) {
  const response = new Response(form)
  const body = Buffer.from(await response.arrayBuffer())
  const { 'transfer-encoding': _, ...headers } = request.headers
  const copy = new IncomingMessage(request.socket)
  Object.assign(copy, {
    httpVersion: request.httpVersion,
    httpVersionMajor: request.httpVersionMajor,
    httpVersionMinor: request.httpVersionMinor,
    method: request.method,
    url: request.url,
    headers: {
      ...headers,
      'content-type': response.headers.get('content-type') ?? '',
      'content-length': String(body.length),
    },
  })
  copy.push(body)
  copy.push(null)
  copy.complete = true
  return copy
}
