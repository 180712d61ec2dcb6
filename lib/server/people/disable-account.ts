import 'server-only'
import { together } from '../../db/connection/together'
import { markDisabled, markEnabled } from '../../db/people/account-access'
import { recordAudit } from '../../db/people/audit'
import type { UserId } from '../../kernel/ids'
import { type AccountKeeper, accountOf, keeperId, lastAdminRefusal } from './account-keeper'

type Input = { readonly userId: UserId; readonly now: number }

/**
 * Nobody can sign in to the account any more, and its sign-in sessions end at once. What the person
 * learned is kept. Harmless when repeated. Throws not_found, and last_admin for the only
 * administrator who can sign in.
 */
export async function disableAccount(
  keeper: AccountKeeper,
  { userId, now }: Input,
): Promise<'done' | 'unchanged'> {
  const account = await accountOf(keeper, userId)
  const detail = { user: account.id }
  return together(async () => {
    const outcome = await markDisabled(account.id, now)
    if (outcome === 'last_admin') throw lastAdminRefusal(account)
    if (outcome === 'done') {
      await recordAudit({ at: now, actorId: keeperId(keeper), kind: 'account_disabled', detail })
    }
    return outcome
  })
}

/** The person can sign in again, with the password as it was. Harmless when repeated. Throws not_found. */
export async function enableAccount(
  keeper: AccountKeeper,
  { userId, now }: Input,
): Promise<'done' | 'unchanged'> {
  const { id } = await accountOf(keeper, userId)
  return together(async () => {
    const outcome = await markEnabled(id)
    if (outcome === 'done') {
      const kind = 'account_enabled'
      await recordAudit({ at: now, actorId: keeperId(keeper), kind, detail: { user: id } })
    }
    return outcome
  })
}
