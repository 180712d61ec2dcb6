import 'server-only'
import { identitiesOf, type LinkedIdentity } from '../../db/people/provider-identities'
import { findLogin, type User } from '../../db/people/users'
import type { AdminScope, LearnerScope } from '../scope'
import { accountOf } from './account-keeper'
import { providerSettings } from './provider-settings'

/** How somebody can sign in. */
export type SignInWays = {
  readonly hasPassword: boolean
  /** The sign-in provider of this installation; null without one. */
  readonly provider: {
    readonly name: string
    readonly linked: LinkedIdentity | null
  } | null
}

export const ownSignInWays = ({ user }: LearnerScope): Promise<SignInWays> => waysOf(user)

/** Of somebody else. Throws not_found. */
export const signInWaysOf = async (scope: AdminScope, userId: User['id']): Promise<SignInWays> =>
  waysOf(await accountOf(scope, userId))

async function waysOf({ id, email }: User): Promise<SignInWays> {
  const settings = providerSettings()
  const [login, identities] = await Promise.all([
    findLogin(email),
    settings ? identitiesOf(id) : [],
  ])
  const linked = identities.find(({ issuer }) => issuer === settings?.issuer) ?? null
  return {
    hasPassword: (login?.passwordHash ?? null) !== null,
    provider: settings && { name: settings.name, linked },
  }
}
