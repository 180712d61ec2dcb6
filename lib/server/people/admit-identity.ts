import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { ProviderPerson } from '../../account/provider-claims'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import {
  findIdentityOwner,
  insertIdentity,
  noteIdentityUsed,
} from '../../db/people/provider-identities'
import { insertUser } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { asUserId, type UserId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
import { learnerScope } from '../scope'
import type { ProviderSettings } from './provider-settings'
import { accountAtProvider, addressTaken } from './provider-words'
import { renewRole, roleNow } from './role-of-groups'

/**
 * The account of somebody whom the provider has just named. Only issuer and subject decide whose it is.
 * Where groups give roles, the role becomes what the groups say now, and somebody without an account
 * gets one. Throws not_allowed for a disabled account, for somebody in no group that may use Steppe, and
 * for somebody who has no account here; email_taken when another account has the address.
 */
export async function admitIdentity(
  person: ProviderPerson,
  settings: ProviderSettings,
  now: number,
): Promise<UserId> {
  const owner = await findIdentityOwner(person)
  // Said before the groups are looked at: a group opens no disabled account.
  const user = owner && learnerScope(owner).user
  const role = roleNow(person, settings)
  if (!user) return firstSignIn(person, role, settings, now)
  await renewRole(user, role, now)
  await noteIdentityUsed(person, person.email, now)
  return user.id
}

async function firstSignIn(
  person: ProviderPerson,
  role: Role | null,
  settings: ProviderSettings,
  now: number,
): Promise<UserId> {
  if (role === null) {
    throw new AppError(
      'not_allowed',
      `Steppe has no account that is linked to you at ${settings.name}. Nothing was changed. Open your invitation link and join with ${settings.name}, or sign in with your password and link it in Settings. An administrator can link it too and needs this identifier: ${person.subject}`,
    )
  }
  const { name, email } = accountAtProvider(person, settings)
  const id = asUserId(uuidv7())
  const user = { id, name, email, role, zone: 'UTC', passwordHash: null, createdAt: now }
  const detail = { user: id, email, role }
  return together(async () => {
    if (!(await insertUser(user))) throw addressTaken(person, settings)
    if (!(await insertIdentity(id, { ...person, email }, now))) throw addressTaken(person, settings)
    await recordAudit({ at: now, actorId: id, kind: 'user_created', detail })
    await recordAudit({
      at: now,
      actorId: id,
      kind: 'identity_linked',
      detail: { user: id, how: 'group' },
    })
    return id
  }).catch(async (error: unknown) => {
    // Two first sign-ins at once: the other one has made the account.
    const other = await findIdentityOwner(person)
    if (other) return learnerScope(other).user.id
    throw error
  })
}
