import 'server-only'
import { createHash } from 'node:crypto'
import { hashCode } from '../../credentials/code'
import { unseal } from '../../credentials/sealed'
import { signed, signedText } from '../../credentials/signed'
import { recoveryCodeForm, totpStep } from '../../credentials/totp'
import { countAttempts, giveBack, secondsUntil } from '../../db/connection/throttle'
import { recordAudit } from '../../db/people/audit'
import {
  findSecondFactor,
  rolesWithSecondFactor,
  takeRecoveryCode,
  takeStep,
} from '../../db/people/second-factors'
import { findLogin, findUser } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { MINUTE_MS } from '../../kernel/duration'
import { asUserId, isUuid, type UserId } from '../../kernel/ids'
import { learnerScope } from '../scope'
import { refuseAfter } from './refuse-after'

const TICKET_MS = 10 * MINUTE_MS
const secret = (): string => process.env.AUTH_SECRET ?? ''

/**
 * What comes after the right password: `code` when the person has a second factor, with a ticket that
 * proves the password for ten minutes; `set-up` when the role needs one and there is none.
 */
export type NextStep =
  | { readonly kind: 'in' }
  | { readonly kind: 'code'; readonly ticket: string }
  | { readonly kind: 'set-up' }

export async function stepAfterPassword(userId: UserId, now: number): Promise<NextStep> {
  if (await findSecondFactor(userId)) return { kind: 'code', ticket: await ticketFor(userId, now) }
  const [user, roles] = await Promise.all([findUser(userId), rolesWithSecondFactor()])
  return user && roles.includes(user.role) ? { kind: 'set-up' } : { kind: 'in' }
}

const ticketFor = async (userId: UserId, now: number): Promise<string> =>
  signed('second-step', `${userId} ${now + TICKET_MS} ${await passwordMark(userId)}`, secret())

/** Whose ticket this is; null when it is out of date, or the password was changed since. */
export async function ticketOwner(ticket: string, now: number): Promise<UserId | null> {
  const [id = '', until = '', mark = ''] = (
    signedText('second-step', ticket, secret()) ?? ''
  ).split(' ')
  if (!isUuid(id) || Number(until) <= now) return null
  const userId = asUserId(id)
  return (await passwordMark(userId)) === mark ? userId : null
}

async function passwordMark(userId: UserId): Promise<string> {
  const user = await findUser(userId)
  const login = user && (await findLogin(user.email))
  return createHash('sha256')
    .update(login?.passwordHash ?? '')
    .digest('base64url')
    .slice(0, 16)
}

/**
 * Takes a code of the app, or a recovery code; each opens once. Throws wrong_credentials,
 * too_many_attempts, link_invalid when the ticket is out of date, not_allowed for a disabled account.
 */
export async function verifySecondStep({
  ticket,
  code,
  from = null,
  now,
}: {
  readonly ticket: string
  readonly code: string
  /** The address of the client. */
  readonly from?: string | null
  readonly now: number
}): Promise<UserId> {
  const userId = await ticketOwner(ticket, now)
  const user = userId && (await findUser(userId))
  if (!user) {
    throw new AppError(
      'link_invalid',
      'The time for entering a code is over. Nothing was changed. Sign in with your password again.',
    )
  }
  const byClient = from === null ? [] : [['second-factor-from', from] as const]
  const budgets = [['second-factor', user.email] as const, ...byClient]
  await refuseAfter(budgets, await secondsUntil(budgets))
  await refuseAfter(budgets, await countAttempts(budgets))
  if (!(await takes(user.id, code, now))) {
    throw new AppError(
      'wrong_credentials',
      'This code is wrong, was used before, or is too old. Enter the next one that the app shows.',
    )
  }
  await giveBack(budgets)
  return learnerScope(user).user.id
}

async function takes(userId: UserId, code: string, now: number): Promise<boolean> {
  const recovery = recoveryCodeForm(code)
  if (recovery !== null) {
    if (!(await takeRecoveryCode(userId, hashCode(recovery), now))) return false
    const detail = { user: userId }
    await recordAudit({ at: now, actorId: userId, kind: 'recovery_code_used', detail })
    return true
  }
  const factor = await findSecondFactor(userId)
  const key = factor && unseal(factor.sealedKey, userId, secret())
  const step = key ? totpStep(key, code, now) : null
  return step !== null && takeStep(userId, step)
}
