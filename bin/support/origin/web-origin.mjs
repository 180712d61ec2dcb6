/**
 * `scheme://authority` as an origin in its one spelling: in lower case, without a default port and
 * without the dot that may end a host name. Undefined when `authority` is no host with an optional
 * port.
 *
 * @param {string} scheme
 * @param {string} authority such as `steppe.example:8443` or `[::1]:3000`
 * @returns {string | undefined}
 */
export function webOrigin(scheme, authority) {
  // URL would take these for the beginning of another part, or drop them in silence.
  if (/[\s/\\?#@,]/.test(authority)) return undefined
  const text = `${scheme.toLowerCase()}://${authority}`
  if (!/^https?:/.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const hostname = url.hostname.replace(/[.]$/, '')
  if (hostname === '') return undefined
  url.hostname = hostname
  return url.origin
}

/**
 * The same of a text such as a browser sends as `Origin`.
 *
 * @param {string} text
 */
export function parseOrigin(text) {
  const [, scheme, authority] = text.match(/^([a-z]+):\/\/(.+)$/i) ?? []
  return scheme && authority ? webOrigin(scheme, authority) : undefined
}

/**
 * Do browsers trust this host without https, because it is the machine itself?
 *
 * @param {string} origin
 */
export function isLocal(origin) {
  const { hostname } = new URL(origin)
  return /^(localhost|.+[.]localhost|127[.]\d+[.]\d+[.]\d+|\[::1\])$/.test(hostname)
}
