import { UserError } from '../user-error.mjs'
import { parseOrigin } from './web-origin.mjs'

/** The first is ours. The others are what next-auth reads, and name the same address. */
const names = ['STEPPE_URL', 'AUTH_URL', 'NEXTAUTH_URL']

/**
 * The origin at which people reach this server, if the person who runs it says so. Throws a
 * UserError for an address that is none, and for two that differ.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ origin: string, name: string } | undefined} `name`: the variable that says it
 */
export function configuredOrigin(env) {
  refuseBasePath(env.STEPPE_BASE_PATH)
  const given = names.flatMap((name) => {
    const text = env[name]?.trim()
    return text ? [{ name, origin: originIn(name, text) }] : []
  })
  const [first] = given
  const other = given.find(({ origin }) => origin !== first?.origin)
  if (!first || !other) return first
  throw new UserError(
    `${first.name} is ${first.origin} and ${other.name} is ${other.origin}, but a server has only one public address. Nothing was started.\n` +
      `Set STEPPE_URL to the address that people type, and remove ${other.name}.`,
  )
}

/**
 * The same environment with the one answer in it: the application reads STEPPE_URL and nothing else,
 * and next-auth is told nothing, so that it believes the headers which the edge has written.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withOneAddress(env) {
  const { STEPPE_URL, ...rest } = env
  const configured = configuredOrigin(env)
  // Empty and not absent, because Next would read an absent one from a file `.env`.
  const silent = { AUTH_URL: '', NEXTAUTH_URL: '' }
  return { ...rest, ...silent, ...(configured && { STEPPE_URL: configured.origin }) }
}

/**
 * @param {string} name
 * @param {string} text
 */
function originIn(name, text) {
  const example = `For example: ${name}=https://steppe.example.org`
  const refuse = (/** @type {string} */ what, /** @type {string} */ advice) =>
    new UserError(`${name} ${what}. Nothing was started.\n${advice}\n${example}`)

  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw refuse(
      `is "${text.replace(/\/\/.*@/, '//...@')}", which is not a web address`,
      'Write the address that people type into the browser, with http:// or https:// before it.',
    )
  }
  const url = new URL(text)
  if (url.username || url.password) {
    throw refuse('contains a user name or a password', 'Write the address without them.')
  }
  if (/[?#]/.test(text)) {
    throw refuse(
      `is "${text}", which has something after the host name`,
      'Write only http:// or https://, the host name and, if there is one, the port.',
    )
  }
  if (!isRoot(name, url.pathname)) {
    throw refuse(
      `is "${text}", which contains the path ${url.pathname}`,
      'Steppe cannot run below a path. Give it a host name of its own, or a port of its own.',
    )
  }
  const origin = parseOrigin(`${url.protocol}//${url.host}`)
  if (origin) return origin
  throw refuse(`is "${text}", which has no host name`, 'Write the address that people type.')
}

/**
 * @param {string} name
 * @param {string} path
 */
function isRoot(name, path) {
  return /^\/*$/.test(path) || (name !== 'STEPPE_URL' && /^\/api\/auth\/*$/.test(path))
}

/** @param {string | undefined} path */
function refuseBasePath(path) {
  if (!path || /^[\s/]*$/.test(path)) return
  throw new UserError(
    `STEPPE_BASE_PATH is "${path}", but Steppe cannot run below a path of another site. Nothing was started.\n` +
      'Unset it, and give Steppe a host name of its own (https://steppe.example.org) or a port of its own (https://example.org:8443).\n' +
      'docs/operating.md, "Behind a proxy", shows how.',
  )
}
