import { expect, test } from 'vitest'
import { providerEnvironment } from '../../../bin/support/server/provider-environment.mjs'
import { providerSettings } from '../../../lib/server/people/provider-settings'

const NEEDED = {
  STEPPE_OIDC_ISSUER: 'https://login.example.org/realms/main',
  STEPPE_OIDC_CLIENT_ID: 'steppe',
  STEPPE_OIDC_CLIENT_SECRET: 'a secret',
}
const read = (more: Record<string, string> = {}) =>
  providerSettings(providerEnvironment({ ...NEEDED, ...more }))
const refusal = (env: Record<string, string>) => {
  try {
    providerEnvironment(env)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return 'started'
}

test('without variables there is no provider, and with the three that are needed there is one', () => {
  expect(providerSettings(providerEnvironment({ STEPPE_OIDC_ISSUER: ' ' }))).toBeNull()
  expect(read()).toEqual({
    issuer: NEEDED.STEPPE_OIDC_ISSUER,
    clientId: 'steppe',
    clientSecret: 'a secret',
    clientAuth: 'client_secret_basic',
    name: 'single sign-on',
    scope: 'openid profile email',
    groupsClaim: 'groups',
    roles: [],
  })
})

test('an issuer has one spelling, and may be plain http on this machine only', () => {
  expect(read({ STEPPE_OIDC_ISSUER: 'https://Login.example.org' })?.issuer).toBe(
    'https://login.example.org/',
  )
  expect(read({ STEPPE_OIDC_ISSUER: 'http://localhost:8080' })?.issuer).toBe(
    'http://localhost:8080/',
  )
})

test('groups give roles, also groups whose names are paths of a directory', () => {
  const roles = ' Steppe admins = admin ;cn=analysts,ou=x=learner; '
  expect(read({ STEPPE_OIDC_ROLES: roles })?.roles).toEqual([
    ['Steppe admins', 'admin'],
    ['cn=analysts,ou=x', 'learner'],
  ])
})

test('what cannot be meant so refuses to start and says in words what is wrong', () => {
  expect(refusal({ STEPPE_OIDC_NAME: 'Login' })).toMatch(
    /STEPPE_OIDC_NAME is set, but .*ISSUER and .*CLIENT_ID and .*CLIENT_SECRET are not\. Nothing was started/,
  )
  const wrong: Record<string, readonly [Record<string, string>, RegExp]> = {
    'no address': [{ STEPPE_OIDC_ISSUER: 'login' }, /not a web address/],
    'plain http': [{ STEPPE_OIDC_ISSUER: 'http://login.example.org' }, /http:\/\//],
    'its document': [
      { STEPPE_OIDC_ISSUER: 'https://login.example.org/.well-known/openid-configuration' },
      /leads to the document/,
    ],
    'a password': [{ STEPPE_OIDC_ISSUER: 'https://a:b@login.example.org' }, /a password/],
    'no openid': [{ STEPPE_OIDC_SCOPE: 'email' }, /lacks "openid"/],
    'another way': [{ STEPPE_OIDC_CLIENT_AUTH: 'none' }, /client_secret_basic or/],
    'no such role': [{ STEPPE_OIDC_ROLES: 'a=boss' }, /contains "a=boss"/],
    'no group': [{ STEPPE_OIDC_ROLES: 'admin' }, /contains "admin"/],
    'a mistyped name': [{ STEPPE_OIDC_GROUP_CLAIM: 'x' }, /no variable of Steppe/],
  }
  for (const [what, [env, words]] of Object.entries(wrong)) {
    expect(refusal({ ...NEEDED, ...env }), what).toMatch(words)
  }
})
