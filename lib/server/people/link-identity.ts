import 'server-only'
import type { ProviderPerson } from '../../account/provider-claims'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { deleteIdentities, insertIdentity } from '../../db/people/provider-identities'
import { findLogin, type User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { UserId } from '../../kernel/ids'
import { oneLine } from '../../kernel/visible-text'
import type { LearnerScope } from '../scope'
import { type AccountKeeper, accountOf, keeperId } from './account-keeper'
import { checkOwnPassword } from './check-own-password'
import type { ProviderSettings } from './provider-settings'
import { identityTaken } from './provider-words'

/** The longest identifier that a provider may give (OpenID Connect Core, 2). */
const MOST_OF_SUBJECT = 255

/**
 * For somebody who is signed in and was just named by the provider, and has given the password before.
 * Throws not_allowed when identity or account is linked otherwise.
 */
export async function linkOwnIdentity(
  { user }: LearnerScope,
  person: ProviderPerson,
  settings: ProviderSettings,
  now: number,
): Promise<void> {
  await link(user, person, settings, { actorId: user.id, how: 'settings', now })
}

/** Somebody looks after an account and names the provider's identifier. Throws not_found, invalid_input, not_allowed. */
export async function linkIdentity(
  keeper: AccountKeeper,
  settings: ProviderSettings,
  { userId, subject, now }: { userId: UserId; subject: string; now: number },
): Promise<void> {
  const user = await accountOf(keeper, userId)
  const form = oneLine(subject)
  if (form === '' || form.length > MOST_OF_SUBJECT) {
    throw new AppError(
      'invalid_input',
      `Enter the identifier that ${settings.name} has given this person. It has at most ${MOST_OF_SUBJECT} characters.`,
    )
  }
  const identity = { issuer: settings.issuer, subject: form, email: null }
  await link(user, identity, settings, { actorId: keeperId(keeper), how: 'administrator', now })
}

async function link(
  { id }: User,
  identity: Pick<ProviderPerson, 'issuer' | 'subject' | 'email'>,
  settings: ProviderSettings,
  { actorId, how, now }: { actorId: UserId | null; how: string; now: number },
): Promise<void> {
  await together(async () => {
    if (!(await insertIdentity(id, identity, now))) throw identityTaken(settings)
    const detail = { user: id, how }
    await recordAudit({ at: now, actorId, kind: 'identity_linked', detail })
  })
}

/** Before `linkOwnIdentity`: proves that it is the person. Throws wrong_credentials, too_many_attempts. */
export const proveOwnPassword = ({ user }: LearnerScope, password: string): Promise<void> =>
  checkOwnPassword(user, password)

/** Throws wrong_credentials, too_many_attempts, not_found. */
export async function unlinkOwnIdentity(
  { user }: LearnerScope,
  { password, now }: { password: string; now: number },
): Promise<void> {
  await checkOwnPassword(user, password)
  await unlink(user, { actorId: user.id, now })
}

/** Throws not_found, and not_allowed for an account without a password, which nobody could then open. */
export async function unlinkIdentity(
  keeper: AccountKeeper,
  { userId, now }: { userId: UserId; now: number },
): Promise<void> {
  const user = await accountOf(keeper, userId)
  if ((await findLogin(user.email))?.passwordHash === null) {
    throw new AppError(
      'not_allowed',
      'This account has no password, so nobody could sign in to it any more. Nothing was changed. Make a link for a new password first, or disable the account.',
    )
  }
  await unlink(user, { actorId: keeperId(keeper), now })
}

async function unlink(
  { id }: User,
  { actorId, now }: { actorId: UserId | null; now: number },
): Promise<void> {
  await together(async () => {
    if (!(await deleteIdentities(id))) {
      throw new AppError('not_found', 'This account is linked to no identity. Nothing was changed.')
    }
    await recordAudit({ at: now, actorId, kind: 'identity_unlinked', detail: { user: id } })
  })
}
