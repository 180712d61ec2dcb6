import { webOrigin } from './web-origin.mjs'

/** @typedef {import('node:http').IncomingHttpHeaders} Headers */

/**
 * What a request says of the address that the browser used.
 *
 * @typedef {object} PassedAddress
 * @property {'http' | 'https'} scheme
 * @property {string[]} authorities host and port, the most believable first; never empty
 * @property {string} origin the first of them with the scheme, in its one spelling
 */

/**
 * Reads the headers of a proxy, or those of the browser when there is no proxy. Whatever cannot be
 * read is skipped. A proxy behind another one adds its value at the end of a list, so the first
 * value is the one nearest to the browser.
 *
 * @param {Headers} headers
 * @param {string} listens host and port of this server, for a request that names no host
 * @returns {PassedAddress}
 */
export function passedAddress(headers, listens) {
  // Our own server speaks http, so https is what a proxy says.
  const scheme = schemeIn(headers) ?? 'http'
  const hosts = [
    first(headers['x-forwarded-host']),
    forwarded(headers, 'host'),
    first(headers['x-original-host']),
    headers.host?.trim(),
    listens,
  ].filter((host) => host !== undefined && webOrigin(scheme, host) !== undefined)
  const [host = listens, ...others] = hosts.filter((each) => each !== undefined)
  const withPort = addPort(host, scheme, first(headers['x-forwarded-port']))
  const authorities = [...new Set([withPort, host, ...others])]
  return { scheme, authorities, origin: webOrigin(scheme, withPort) ?? `http://${listens}` }
}

/**
 * @param {Headers} headers
 * @returns {'http' | 'https' | undefined}
 */
function schemeIn(headers) {
  const named = [
    first(headers['x-forwarded-proto']),
    forwarded(headers, 'proto'),
    first(headers['x-forwarded-protocol']),
    first(headers['x-forwarded-scheme']),
    first(headers['x-url-scheme']),
  ]
  for (const name of named) {
    const scheme = name?.toLowerCase().replace(/:$/, '')
    // A websocket comes to the same place.
    if (scheme === 'https' || scheme === 'wss') return 'https'
    if (scheme === 'http' || scheme === 'ws') return 'http'
  }
  const on = [headers['x-forwarded-ssl'], headers['front-end-https']].map(first)
  return on.some((value) => value?.toLowerCase() === 'on') ? 'https' : undefined
}

/**
 * A proxy that passes the host without its port may pass the port beside it. A port that cannot
 * belong to the scheme is that of an inner server.
 *
 * @param {string} host
 * @param {'http' | 'https'} scheme
 * @param {string | undefined} port
 */
function addPort(host, scheme, port) {
  if (!port || !/^\d{1,5}$/.test(port) || /:\d+$/.test(host)) return host
  if (port === (scheme === 'https' ? '80' : '443')) return host
  return webOrigin(scheme, `${host}:${port}`) === undefined ? host : `${host}:${port}`
}

/**
 * The first value of a list.
 *
 * @param {string | string[] | undefined} value
 */
function first(value) {
  const text = Array.isArray(value) ? value.join(',') : value
  return text
    ?.split(',')
    .map((each) => unquoted(each))
    .find((each) => each !== '')
}

/**
 * A parameter of the first element of `Forwarded` (RFC 7239):
 * `for=192.0.2.60;proto=https;host="steppe.example:8443", for=198.51.100.17`.
 *
 * @param {Headers} headers
 * @param {'proto' | 'host'} name
 */
function forwarded(headers, name) {
  const [element = ''] = (headers.forwarded ?? '').split(',')
  const pairs = element.split(';').map((pair) => pair.split('='))
  const found = pairs.find(([key]) => key?.trim().toLowerCase() === name)
  return found ? unquoted(found.slice(1).join('=')) || undefined : undefined
}

/** @param {string} text */
const unquoted = (text) => text.trim().replace(/^"(.*)"$/, '$1')
