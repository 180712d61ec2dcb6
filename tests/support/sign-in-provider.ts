import { OAuth2Server } from 'oauth2-mock-server'

/** Somebody at the provider, as it says of them to whoever asks. */
type ProviderClaims = { sub: string } & Record<string, unknown>

/**
 * A sign-in provider on a port of its own, which asks nobody for a password: `names` says who signs in
 * next. `env`: what Steppe needs to know of it.
 */
export async function signInProvider() {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, 'localhost')
  let claims: ProviderClaims = { sub: 'nobody' }
  /** What the last token was asked for with. */
  const asked: { verifier: boolean; nonce: boolean } = { verifier: false, nonce: false }
  server.service.on('beforeTokenSigning', ({ payload }, request) => {
    payload.sub = claims.sub
    asked.nonce ||= typeof payload.nonce === 'string'
    asked.verifier ||= typeof request.body.code_verifier === 'string'
  })
  let alter = (idToken: string): string => idToken
  server.service.on('beforeResponse', ({ body }) => {
    if (body !== '' && typeof body.id_token === 'string') body.id_token = alter(body.id_token)
  })
  server.service.on('beforeUserinfo', (response) => {
    response.body = claims
  })
  return {
    env: {
      STEPPE_OIDC_ISSUER: server.issuer.url ?? '',
      STEPPE_OIDC_CLIENT_ID: 'steppe',
      STEPPE_OIDC_CLIENT_SECRET: 'a secret',
      STEPPE_OIDC_NAME: 'Example Login',
    },
    asked,
    names: (person: ProviderClaims) => {
      claims = person
    },
    /** From now on, somebody on the way changes the tokens that say who signs in. */
    alters: (change: (idToken: string) => string) => {
      alter = change
    },
    close: () => server.stop(),
  }
}
