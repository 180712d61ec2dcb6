import 'server-only'
import { z } from 'zod'
import { ROLES } from '../../kernel/role'

const settings = z.object({
  issuer: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  clientAuth: z.enum(['client_secret_basic', 'client_secret_post']),
  /** How people call it; on the button of the sign-in page. */
  name: z.string(),
  scope: z.string(),
  groupsClaim: z.string(),
  /** Empty: roles are given here, and nobody gets in without an invitation or a link. */
  roles: z.array(z.tuple([z.string(), z.enum(ROLES)])),
})

export type ProviderSettings = Readonly<z.infer<typeof settings>>

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The sign-in provider of this installation; null without one. The start has read the variables
 * STEPPE_OIDC_… and written them into this one (bin/support/server/provider-environment.mjs).
 */
export function providerSettings(environment: Environment = process.env): ProviderSettings | null {
  const text = environment.STEPPE_OIDC
  return text ? settings.parse(JSON.parse(text)) : null
}
