import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { ProviderPerson } from '../../account/provider-claims'
import { hashCode } from '../../credentials/code'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { findUsableInvitation, redeemForNewUser } from '../../db/people/invitations'
import {
  findIdentityOwner,
  insertIdentity,
  noteIdentityUsed,
} from '../../db/people/provider-identities'
import { findUser } from '../../db/people/users'
import { asUserId, type UserId } from '../../kernel/ids'
import { type LearnerScope, learnerScope } from '../scope'
import { acceptInvitation } from './accept-invitation'
import type { ProviderSettings } from './provider-settings'
import { accountAtProvider, addressTaken, identityTaken } from './provider-words'
import { assertMeant, assertRedeemed } from './redeem'
import { renewRole, roleNow } from './role-of-groups'

type Input = { readonly code: string; readonly now: number }

/**
 * Uses an invitation for somebody whom the provider has just named: makes an account that is linked to
 * this identity, or adds the cohort to the account that is. Throws invitation_invalid, email_taken,
 * invalid_input, and not_allowed for a disabled account and for an invitation of another address.
 */
export async function joinWithIdentity(
  person: ProviderPerson,
  settings: ProviderSettings,
  { code, now }: Input,
): Promise<UserId> {
  const owner = await findIdentityOwner(person)
  const scope = owner && learnerScope(owner)
  const role = roleNow(person, settings)
  const joined = scope
    ? await joinAgain(scope, person, { code, now })
    : await joinAnew(person, settings, { code, now })
  // Where groups give roles, they do, whatever the invitation says.
  const user = await findUser(joined)
  if (user) await renewRole(user, role, now)
  return joined
}

async function joinAgain(scope: LearnerScope, person: ProviderPerson, input: Input) {
  await acceptInvitation(scope, input)
  await noteIdentityUsed(person, person.email, input.now)
  return scope.user.id
}

async function joinAnew(
  person: ProviderPerson,
  settings: ProviderSettings,
  { code, now }: Input,
): Promise<UserId> {
  const { name, email } = accountAtProvider(person, settings)
  const codeHash = hashCode(code)
  const invitation = await findUsableInvitation(codeHash, now)
  if (!invitation || invitation.setup) assertRedeemed('invitation_invalid')
  assertMeant(invitation, email)
  const id = asUserId(uuidv7())
  const user = { id, name, email, passwordHash: null, zone: 'UTC', createdAt: now }
  const by = { at: now, actorId: id }
  await together(async () => {
    const outcome = await redeemForNewUser(codeHash, user, now)
    if (outcome === 'email_taken') throw addressTaken(person, settings)
    assertRedeemed(outcome)
    if (!(await insertIdentity(id, { ...person, email }, now))) throw identityTaken(settings)
    await recordAudit({
      ...by,
      kind: 'joined',
      detail: { email, cohort: invitation?.cohortId ?? null },
    })
    await recordAudit({ ...by, kind: 'identity_linked', detail: { user: id, how: 'invitation' } })
  })
  return id
}
