import { isLocal } from '../origin/web-origin.mjs'
import { UserError } from '../user-error.mjs'

const roles = ['learner', 'instructor', 'admin']
const needed = ['STEPPE_OIDC_ISSUER', 'STEPPE_OIDC_CLIENT_ID', 'STEPPE_OIDC_CLIENT_SECRET']
const clientAuths = ['client_secret_basic', 'client_secret_post']
const known = new Set([
  ...needed,
  'STEPPE_OIDC_NAME',
  'STEPPE_OIDC_SCOPE',
  'STEPPE_OIDC_CLIENT_AUTH',
  'STEPPE_OIDC_GROUPS_CLAIM',
  'STEPPE_OIDC_ROLES',
])

/**
 * The sign-in provider (OpenID Connect) as the application reads it: all of its variables in one, which
 * is empty without a provider. Throws a UserError for variables that cannot be meant so.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {{ STEPPE_OIDC: string }}
 */
export function providerEnvironment(env = process.env) {
  const value = (/** @type {string} */ name) => env[name]?.trim() ?? ''
  const given = Object.keys(env).filter((name) => /^STEPPE_OIDC_/.test(name) && value(name) !== '')
  const unknown = given.find((name) => !known.has(name))
  if (unknown) {
    throw refusal(`${unknown} is no variable of Steppe`, `There are: ${[...known].join(', ')}.`)
  }
  if (given.length === 0) return { STEPPE_OIDC: '' }
  const missing = needed.filter((name) => value(name) === '')
  if (missing.length > 0) {
    throw refusal(
      `${given[0]} is set, but ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not`,
      `A sign-in provider needs all of ${needed.join(', ')}.`,
    )
  }
  const clientAuth = value('STEPPE_OIDC_CLIENT_AUTH') || 'client_secret_basic'
  if (!clientAuths.includes(clientAuth)) {
    throw refusal(
      `STEPPE_OIDC_CLIENT_AUTH is "${clientAuth}"`,
      `It is ${clientAuths.join(' or ')}, and the first without it.`,
    )
  }
  const scope = value('STEPPE_OIDC_SCOPE') || 'openid profile email'
  if (!scope.split(/\s+/).includes('openid')) {
    throw refusal(
      `STEPPE_OIDC_SCOPE is "${scope}", which lacks "openid"`,
      'Write for example: STEPPE_OIDC_SCOPE="openid profile email groups"',
    )
  }
  const settings = {
    issuer: issuerIn(value('STEPPE_OIDC_ISSUER')),
    clientId: value('STEPPE_OIDC_CLIENT_ID'),
    clientSecret: value('STEPPE_OIDC_CLIENT_SECRET'),
    clientAuth,
    name: value('STEPPE_OIDC_NAME') || 'single sign-on',
    scope,
    groupsClaim: value('STEPPE_OIDC_GROUPS_CLAIM') || 'groups',
    roles: rolesIn(value('STEPPE_OIDC_ROLES')),
  }
  return { STEPPE_OIDC: JSON.stringify(settings) }
}

/** @param {string} text */
function issuerIn(text) {
  const example = 'For example: STEPPE_OIDC_ISSUER=https://login.example.org/realms/main'
  const refuse = (/** @type {string} */ what) =>
    refusal(
      `STEPPE_OIDC_ISSUER ${what}`,
      `Write the address that the provider calls its issuer.\n${example}`,
    )
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw refuse('is not a web address')
  }
  const { protocol, origin, username, password, search, hash } = new URL(text)
  if (username || password || search || hash) {
    throw refuse('contains a user name, a password, or something after the path')
  }
  if (text.includes('/.well-known/')) {
    throw refuse('leads to the document of the provider and not to the provider itself')
  }
  // Over plain http anybody on the way could say who signs in.
  if (protocol === 'http:' && !isLocal(origin)) throw refuse('begins with http:// and not https://')
  // An address has one spelling, because accounts are linked to it.
  return new URL(text).href
}

/**
 * `group=role; group=role`. A name of a group may contain `=` and `,`, as those of directories do.
 *
 * @param {string} text
 * @returns {[string, string][]}
 */
function rolesIn(text) {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.lastIndexOf('=')
      const group = part.slice(0, Math.max(0, at)).trim()
      const role = part.slice(at + 1).trim()
      if (group !== '' && roles.includes(role)) return [group, role]
      throw refusal(
        `STEPPE_OIDC_ROLES contains "${part}", which is not a group with its role`,
        `The roles are ${roles.join(', ')}.\n` +
          'For example: STEPPE_OIDC_ROLES="steppe-admins=admin; analysts=learner"',
      )
    })
}

/**
 * @param {string} what
 * @param {string} advice
 */
const refusal = (what, advice) => new UserError(`${what}. Nothing was started.\n${advice}`)
