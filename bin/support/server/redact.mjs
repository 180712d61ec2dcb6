/** Names of values that no log shows, whatever object they are in. */
const secretNames =
  /^(authorization|cookie|set-cookie|x-csrf-token|.*(password|passphrase|secret|token|codehash|recoverycode|otp))$/i

/** Secrets in text: in addresses of links, in addresses of databases, in headers. */
const secretTexts = /** @type {const} */ ([
  [/(\/(?:join|setup|reset|certificates)\/)[^/?#\s"'<>]+/g, '$1[redacted]'],
  [/(\/api\/calendar\/)[^/?#\s"'<>]+/g, '$1[redacted]'],
  [/(\b[a-z][a-z+.-]*:\/\/[^:/\s@]*:)[^@\s]*@/gi, '$1[redacted]@'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [redacted]'],
  [/\b((?:steppe-[\w-]+|authjs|next-auth)[.\w-]*token[.\w-]*=)[^;\s"]+/gi, '$1[redacted]'],
  [/([?&](?:code|token|state|password|secret)=)[^&#\s"']+/gi, '$1[redacted]'],
])

/** @param {string} text */
export const redactText = (text) =>
  secretTexts.reduce((shown, [pattern, by]) => shown.replace(pattern, by), text)

/**
 * A copy that can be logged: without secrets, and with an error as its parts.
 *
 * @param {unknown} value
 * @param {number} depth what lies deeper is left out
 * @returns {unknown}
 */
export function redact(value, depth = 5) {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return '[deep]'
  if (value instanceof Error) {
    const { name, message, stack, cause } = value
    return redact({ ...value, name, message, stack, ...(cause ? { cause } : {}) }, depth - 1)
  }
  if (Array.isArray(value)) return value.slice(0, 50).map((each) => redact(each, depth - 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      secretNames.test(name) ? '[redacted]' : redact(each, depth - 1),
    ]),
  )
}
