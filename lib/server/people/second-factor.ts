import 'server-only'
import { hashCode } from '../../credentials/code'
import { seal, unseal } from '../../credentials/sealed'
import { newRecoveryCodes, newTotpKey, totpStep, totpUri } from '../../credentials/totp'
import { recordAudit } from '../../db/people/audit'
import {
  confirmSecondFactor,
  countRecoveryCodes,
  deleteSecondFactor,
  findSecondFactor,
  findUnconfirmedKey,
  storeUnconfirmed,
} from '../../db/people/second-factors'
import { findRestricted, liftRestriction } from '../../db/people/sessions'
import type { User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { SessionId, UserId } from '../../kernel/ids'
import type { LearnerScope } from '../scope'
import { type AccountKeeper, accountOf, keeperId } from './account-keeper'
import { checkOwnPassword } from './check-own-password'

const secret = (): string => process.env.AUTH_SECRET ?? ''

/** Since when (ms) this person has a second factor, and how many recovery codes are left. */
export async function secondFactorOf({
  user,
}: LearnerScope): Promise<{ readonly since: number; readonly codesLeft: number } | null> {
  const [factor, codesLeft] = await Promise.all([
    findSecondFactor(user.id),
    countRecoveryCodes(user.id),
  ])
  return factor && { since: factor.since, codesLeft }
}

declare const settingUp: unique symbol

/** Somebody whose role needs a second factor and who has none: their session opens nothing else. */
export type SettingUp = {
  readonly user: User
  readonly sessionId: SessionId
  readonly [settingUp]: true
}

export async function settingUpScope({
  sessionId,
  now,
}: {
  sessionId: SessionId
  now: number
}): Promise<SettingUp | null> {
  const user = await findRestricted(sessionId, now)
  return user && ({ user, sessionId } as SettingUp)
}

export type NewKey = { readonly key: string; readonly uri: string }

/** A key for the app of somebody who is signed in. Throws wrong_credentials, too_many_attempts, not_allowed. */
export async function beginSecondFactor(
  { user }: LearnerScope,
  { password, now }: { password: string; now: number },
): Promise<NewKey> {
  await checkOwnPassword(user, password)
  return newKeyFor(user, now)
}

/** The same for somebody who has just given the password. */
export const beginRequiredSecondFactor = ({ user }: SettingUp, now: number): Promise<NewKey> =>
  newKeyFor(user, now)

async function newKeyFor(user: User, now: number): Promise<NewKey> {
  const key = newTotpKey()
  if (!(await storeUnconfirmed(user.id, seal(key, user.id, secret()), now))) {
    throw new AppError(
      'not_allowed',
      'This account already has a second factor. Nothing was changed. Remove it first to set up another one.',
    )
  }
  return { key, uri: totpUri(key, user.email) }
}

/**
 * The first code of the app proves that it has the key: from now on the second factor counts. The
 * recovery codes are known only now. Throws wrong_credentials.
 */
export async function confirmNewSecondFactor(
  scope: LearnerScope | SettingUp,
  { code, now }: { code: string; now: number },
): Promise<readonly string[]> {
  const { user } = scope
  const sealedKey = await findUnconfirmedKey(user.id)
  const key = sealedKey && unseal(sealedKey, user.id, secret())
  const step = key ? totpStep(key, code, now) : null
  if (!sealedKey || step === null) {
    throw new AppError(
      'wrong_credentials',
      'This code is wrong or too old. Nothing was changed. Enter the one that the app shows now.',
    )
  }
  const codes = newRecoveryCodes()
  if (!(await confirmSecondFactor(user.id, sealedKey, step, codes.map(hashCode), now))) {
    throw new AppError('not_allowed', 'The second factor was set up meanwhile. Reload the page.')
  }
  if ('sessionId' in scope) await liftRestriction(scope.sessionId)
  const detail = { user: user.id }
  await recordAudit({ at: now, actorId: user.id, kind: 'second_factor_added', detail })
  return codes
}

/** Throws wrong_credentials, too_many_attempts, not_found. */
export async function removeOwnSecondFactor(
  { user }: LearnerScope,
  { password, now }: { password: string; now: number },
): Promise<void> {
  await checkOwnPassword(user, password)
  await remove(user.id, { actorId: user.id, now })
}

/** For somebody who lost the app and the recovery codes. Throws not_found. */
export async function removeSecondFactor(
  keeper: AccountKeeper,
  { userId, now }: { userId: UserId; now: number },
): Promise<void> {
  const { id } = await accountOf(keeper, userId)
  await remove(id, { actorId: keeperId(keeper), now })
}

async function remove(
  userId: UserId,
  { actorId, now }: { actorId: UserId | null; now: number },
): Promise<void> {
  if (!(await deleteSecondFactor(userId))) {
    throw new AppError('not_found', 'This account has no second factor. Nothing was changed.')
  }
  const detail = { user: userId }
  await recordAudit({ at: now, actorId, kind: 'second_factor_removed', detail })
}
