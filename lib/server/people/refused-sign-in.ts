import 'server-only'
import { addressForm } from '../../account/address'
import type { ProviderPerson } from '../../account/provider-claims'
import { recordAudit } from '../../db/people/audit'
import { findIdentityOwner } from '../../db/people/provider-identities'
import { findLogin } from '../../db/people/users'
import type { AppErrorCode } from '../../kernel/app-error'

/**
 * Records that a sign-in was refused. For an address without an account it is not written down: people
 * also type their password there. What the throttle refuses is recorded by `refuseAfter`, once for all.
 */
export async function recordRefusedSignIn(input: {
  readonly email: string
  readonly why: AppErrorCode
  readonly now: number
}): Promise<void> {
  if (input.why === 'too_many_attempts') return
  const login = await findLogin(addressForm(input.email))
  const detail = { user: login?.user.id ?? null, why: input.why }
  await recordAudit({ at: input.now, actorId: null, kind: 'sign_in_refused', detail })
}

/** The same of somebody whom the sign-in provider has named; null when it has named nobody. */
export async function recordRefusedIdentity(input: {
  readonly person: Pick<ProviderPerson, 'issuer' | 'subject'> | null
  readonly why: AppErrorCode
  readonly now: number
}): Promise<void> {
  if (input.why === 'too_many_attempts') return
  const owner = input.person && (await findIdentityOwner(input.person))
  const detail = { user: owner?.id ?? null, why: input.why, how: 'oidc' }
  await recordAudit({ at: input.now, actorId: null, kind: 'sign_in_refused', detail })
}
