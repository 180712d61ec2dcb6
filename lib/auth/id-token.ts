import 'server-only'
import { createRemoteJWKSet, customFetch, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'
import { fetchAtProvider } from './provider-fetch'

/** Signatures that only the provider can make. Those with the client's secret are not among them. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
]
/** How far the clocks of the two may differ; next-auth allows as much. */
const TOLERANCE_S = 30

const providerDocument = z.object({ issuer: z.string(), jwks_uri: z.string() })

/** The provider's keys, which jose keeps for ten minutes and asks for again when it sees a new one. */
let known: { readonly uri: string; readonly keys: ReturnType<typeof createRemoteJWKSet> } | null =
  null

/**
 * What an ID token says, once it is proved that this provider has signed it for us, not long ago. next-auth
 * has read it without its signature. Rejects when it is not proved, or the provider does not answer.
 */
export async function verifiedClaims(
  token: string,
  { issuer, clientId }: { readonly issuer: string; readonly clientId: string },
  now: number,
): Promise<JWTPayload> {
  const said = await documentOf(issuer)
  if (known?.uri !== said.jwks_uri) {
    const uri = said.jwks_uri
    known = { uri, keys: createRemoteJWKSet(new URL(uri), { [customFetch]: fetchAtProvider }) }
  }
  const { payload } = await jwtVerify(token, known.keys, {
    // In the provider's own spelling: ours may differ by a slash at its end.
    issuer: said.issuer,
    audience: clientId,
    algorithms: ALGORITHMS,
    requiredClaims: ['sub', 'exp', 'iat'],
    clockTolerance: TOLERANCE_S,
    currentDate: new Date(now),
  })
  return payload
}

async function documentOf(issuer: string): Promise<z.infer<typeof providerDocument>> {
  const address = new URL(issuer)
  address.pathname = `${address.pathname.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetchAtProvider(address, { redirect: 'manual' })
  if (response.status !== 200) throw new Error(`The provider answered with ${response.status}.`)
  const said = providerDocument.parse(await response.json())
  if (new URL(said.issuer).href === issuer) return said
  throw new Error(`The provider calls itself ${said.issuer}, and not ${issuer}.`)
}
