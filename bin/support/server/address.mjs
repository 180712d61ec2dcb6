import { get } from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '../error-code.mjs'
import { UserError } from '../user-error.mjs'

/**
 * Without a host, every interface.
 *
 * @typedef {{ port: number, host?: string | undefined }} Address
 */

/**
 * Where to listen: every interface unless HOST names one, because a department shares the server.
 *
 * @returns {Address}
 */
export function addressFrom(env = process.env) {
  const port = Number(env.PORT || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new UserError(
      `PORT is "${env.PORT}", which is not a port number. Nothing was started.\nSet it to a number from 1 to 65535.`,
    )
  }
  return { port, host: env.HOST || undefined }
}

/** @param {Address} address */
export function urlOf({ host, port }) {
  if (!host || host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/**
 * Says at once, before minutes of building, that the server could not listen.
 *
 * @param {Address} address
 * @returns {Promise<void>}
 */
export function checkFree({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', (error) => reject(listenError(errorCode(error), { host, port })))
    probe.listen({ port, host }, () => probe.close(() => resolve()))
  })
}

/**
 * @param {string | undefined} code what the system calls the failure
 * @param {Address} address
 */
export function listenError(code, { host, port }) {
  if (code === 'EADDRINUSE') {
    return new UserError(
      `Another program uses port ${port}. Nothing was changed.\n` +
        `Stop that program, or choose another port: PORT=${port + 1} npm start`,
    )
  }
  if (code === 'EACCES') {
    return new UserError(
      `This user is not allowed to listen on port ${port}. Nothing was changed.\nChoose a port above 1023: PORT=3000 npm start`,
    )
  }
  return new UserError(
    `The server cannot listen on ${host ?? 'this machine'}, port ${port} (${code ?? 'no reason given'}). Nothing was changed.\nCheck HOST and PORT.`,
  )
}

/**
 * Resolves when the server answers GET `path` with 200.
 *
 * @param {string} url
 * @param {string} path
 * @param {{ withinMs: number, isOver: () => boolean }} options `isOver`: nobody waits any more
 */
export async function waitForAnswer(url, path, { withinMs, isOver }) {
  const deadline = Date.now() + withinMs
  /** @type {string | number} */
  let last = 'no answer'
  while (Date.now() < deadline && !isOver()) {
    last = await statusOf(`${url}${path}`)
    if (last === 200) return
    await wait(50)
  }
  if (isOver()) return
  throw new UserError(
    `The server started, but ${url}${path} did not answer with status 200 (${last}). The data was kept.`,
  )
}

/**
 * The status of the answer, or what the system calls the failure.
 *
 * @param {string} url
 * @returns {Promise<string | number>}
 */
function statusOf(url) {
  return new Promise((resolve) => {
    const request = get(url, { timeout: 5000, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 'no answer')
    })
    request.on('timeout', () => request.destroy())
    request.on('error', (error) => resolve(errorCode(error) ?? 'no answer'))
  })
}
