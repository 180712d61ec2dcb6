import 'server-only'
import { customFetch } from 'next-auth'
import type { OIDCConfig } from 'next-auth/providers'
import type { ProviderSettings } from '../server/people/provider-settings'
import { fetchAtProvider } from './provider-fetch'

export const PROVIDER = 'oidc'

/**
 * The provider as next-auth knows it. What it says of somebody is asked for at its address for that,
 * because some leave it out of the token.
 */
export const providerFrom = (settings: ProviderSettings): OIDCConfig<{ sub: string }> => ({
  id: PROVIDER,
  name: settings.name,
  type: 'oidc',
  issuer: settings.issuer,
  clientId: settings.clientId,
  clientSecret: settings.clientSecret,
  client: { token_endpoint_auth_method: settings.clientAuth },
  checks: ['pkce', 'state', 'nonce'],
  idToken: false,
  authorization: { params: { scope: settings.scope } },
  profile: ({ sub }) => ({ id: sub }),
  [customFetch]: fetchAtProvider,
})
