import { isLocal, parseOrigin, webOrigin } from './web-origin.mjs'

/**
 * @typedef {import('./passed-address.mjs').PassedAddress} PassedAddress
 * @typedef {object} Asked
 * @property {string | undefined} said the request's `Origin`, which a browser writes and no page
 *   can change
 * @property {string | undefined} fetchSite `Sec-Fetch-Site`, likewise
 * @property {string | undefined} host the request's own `Host`
 * @property {PassedAddress} passed
 * @property {string | undefined} configured the public origin, if one is configured
 * @typedef {{ kind: 'own', origin: string } | { kind: 'foreign' } | { kind: 'unsafe' }} Verdict
 *   `origin` is the address of this server for everything that this request leads to. `unsafe`: it
 *   comes from an own page that was opened over http, where the cookies of https do not work.
 */

/**
 * Does this request come from a page of this server?
 *
 * With a configured address, a page is own if its origin is that address, or the address that the
 * browser itself connected to (`Host`). What a proxy passes in other headers is not asked. Without
 * one, what the proxy passes counts too, and so does the browser's word that the page is of the same
 * origin, which is right behind any proxy.
 *
 * @param {Asked} asked
 * @returns {Verdict}
 */
export function judgeOrigin({ said, fetchSite, host, passed, configured }) {
  const origin = configured ?? passed.origin
  // Not a cross-site request of a browser: those always name an origin.
  if (said === undefined) return { kind: 'own', origin }
  const page = parseOrigin(said)
  if (page === undefined) return { kind: 'foreign' }
  if (page === configured) return { kind: 'own', origin }

  const isAt = (/** @type {string | undefined} */ authority) =>
    authority !== undefined && webOrigin(schemeOf(page), authority) === page
  const isOwn = configured
    ? isAt(host) || isAt(new URL(configured).host)
    : fetchSite === 'same-origin' || passed.authorities.some(isAt)
  if (!isOwn) return { kind: 'foreign' }
  if (schemeOf(origin) === 'https' && schemeOf(page) === 'http') {
    if (!isLocal(page)) return { kind: 'unsafe' }
    // Pages of this browser were told that it is https, and look for the cookies of https.
    return { kind: 'own', origin: configured ?? page.replace(/^http:/, 'https:') }
  }
  return { kind: 'own', origin: configured ?? page }
}

/** @param {string} origin */
const schemeOf = (origin) => (origin.startsWith('https:') ? 'https' : 'http')
