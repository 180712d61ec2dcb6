import { get } from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { UserError } from '../user-error.mjs'

/** Where to listen: every interface unless HOST names one, because a department shares the server. */
export function addressFrom(env = process.env) {
  const port = Number(env.PORT || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new UserError(
      `PORT is "${env.PORT}", which is no port. Nothing was started.\nSet it to a number from 1 to 65535.`,
    )
  }
  return { port, host: env.HOST || undefined }
}

export function urlOf({ host, port }) {
  const wildcard = !host || host === '0.0.0.0' || host === '::'
  const name = wildcard ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/** Says at once, before minutes of building, that the server could not listen. */
export function checkFree({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', (error) => reject(listenError(error, { host, port })))
    probe.listen({ port, host }, () => probe.close(() => resolve()))
  })
}

export function listenError({ code }, { host, port }) {
  if (code === 'EADDRINUSE') {
    return new UserError(
      `Port ${port} is taken by another program. Nothing was changed.\n` +
        `Stop that program, or choose another port: PORT=${port + 1} npm start`,
    )
  }
  if (code === 'EACCES') {
    return new UserError(
      `This user may not listen on port ${port}. Nothing was changed.\nChoose a port above 1023: PORT=3000 npm start`,
    )
  }
  return new UserError(
    `The server cannot listen on ${host ?? 'this machine'}, port ${port} (${code}). Nothing was changed.\nCheck HOST and PORT.`,
  )
}

/** Resolves when the server answers GET `path` with 200. */
export async function waitForAnswer(url, path, { withinMs, isOver }) {
  const deadline = Date.now() + withinMs
  let last = 'no answer'
  while (Date.now() < deadline && !isOver()) {
    last = await statusOf(`${url}${path}`)
    if (last === 200) return
    await wait(50)
  }
  if (isOver()) return
  throw new UserError(
    `The server started, but ${url}${path} does not answer as it should (${last}). The data was kept.`,
  )
}

function statusOf(url) {
  return new Promise((resolve) => {
    const request = get(url, { timeout: 5000, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', ({ code }) => resolve(code ?? 'no answer'))
  })
}
