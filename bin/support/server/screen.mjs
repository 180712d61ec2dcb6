import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { refuseRequest } from './refuse-request.mjs'
import { screenAction } from './screen-action.mjs'
import { addressFault } from './screen-address.mjs'

/**
 * Lets only those requests through to Next that it can read, and answers the others with a reason. Routes
 * under /api/ read their bodies themselves.
 *
 * @param {{ dev: boolean, readsState: (state: string) => unknown }} options `readsState`: throws for a state
 *   of the router that Next cannot read
 */
export function createScreen({ dev, readsState }) {
  // `next dev` makes actions as they are needed.
  const actions = dev ? null : actionsOfBuild()
  const isAction = (/** @type {string} */ id) => actions?.has(id) ?? true

  return {
    /**
     * @param {import('node:http').IncomingMessage} request
     * @param {import('node:http').ServerResponse} response
     * @param {(request: import('node:http').IncomingMessage) => void} proceed
     */
    async pass(request, response, proceed) {
      const url = request.url ?? ''
      const fault =
        methodFault(request.method) ?? addressFault(url) ?? stateFault(request.headers, readsState)
      if (fault) return refuseRequest(request, response, fault)
      const isRoute = /^\/(api|_next)\//.test(url)
      if (isRoute || request.method !== 'POST') return proceed(request)
      const screened = await screenAction(request, isAction).catch(() => null)
      // The connection ended before the whole form was here.
      if (screened === null) return response.destroy()
      if (screened.kind === 'faulty') return refuseRequest(request, response, screened.fault)
      proceed(screened.request)
    },
  }
}

/** @returns {ReadonlySet<string>} */
function actionsOfBuild() {
  const file = join(
    root,
    process.env.STEPPE_BENCH === '1' ? '.next-bench' : '.next',
    'server',
    'server-reference-manifest.json',
  )
  /** @type {{ node: Record<string, unknown> }} */
  const { node } = JSON.parse(readFileSync(file, 'utf8'))
  return new Set(Object.keys(node))
}

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST']

/** @param {string | undefined} method */
function methodFault(method = '') {
  if (methods.includes(method)) return null
  const text = `Nothing here takes ${method} requests. Nothing was changed. Use one of these: ${methods.join(', ')}.`
  return { status: 405, text, headers: { Allow: methods.join(', ') } }
}

/**
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {(state: string) => unknown} readsState
 */
function stateFault(headers, readsState) {
  const state = headers['next-router-state-tree']
  if (typeof state !== 'string') return null
  try {
    readsState(state)
    return null
  } catch {
    return { status: 400, text: 'The request names a page that there is not. Load the page again.' }
  }
}
