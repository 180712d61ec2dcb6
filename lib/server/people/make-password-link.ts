import 'server-only'
import { hashCode, newCode } from '../../credentials/code'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { replacePasswordLink } from '../../db/people/passwords'
import { AppError } from '../../kernel/app-error'
import { HOUR_MS } from '../../kernel/duration'
import type { UserId } from '../../kernel/ids'
import { configuredOrigin } from '../../origin/configured-origin'
import { type AccountKeeper, accountOf, keeperId } from './account-keeper'

export const LINK_HOURS = 24

/** `code` is known only now. The link is /reset/CODE. */
export type PasswordLink = { readonly code: string; readonly expiresAt: number }

/**
 * Creates a link with which this person can set a new password once, within 24 hours. It replaces
 * an earlier one. Their present password stays good until then. Throws not_found, and not_allowed
 * for a disabled account.
 */
export async function makePasswordLink(
  keeper: AccountKeeper,
  input: { userId: UserId; now: number },
): Promise<PasswordLink> {
  const { id, name, disabled } = await accountOf(keeper, input.userId)
  if (disabled) {
    throw new AppError(
      'not_allowed',
      `The account of ${name} is disabled, so no link was created. Enable it first.`,
    )
  }
  const actorId = keeperId(keeper)
  return together(async () => {
    const kind = 'password_link_made'
    await recordAudit({ at: input.now, actorId, kind, detail: { user: id } })
    return storeLink(id, actorId, input.now)
  })
}

/** Where a link leads. Without the origin if nobody has configured it. */
export const passwordLinkAddress = (code: string): string =>
  `${configuredOrigin(process.env) ?? ''}/reset/${code}`

/** Replaces the link of this person by a new one. */
export async function storeLink(
  userId: UserId,
  createdById: UserId | null,
  now: number,
): Promise<PasswordLink> {
  const code = newCode()
  const expiresAt = now + LINK_HOURS * HOUR_MS
  const codeHash = hashCode(code)
  await replacePasswordLink(userId, { codeHash, createdAt: now, expiresAt, createdById })
  return { code, expiresAt }
}
