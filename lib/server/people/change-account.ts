import 'server-only'
import { together } from '../../db/connection/together'
import {
  type AccountChange,
  changeUser,
  type InstructedCohort,
} from '../../db/people/account-changes'
import { recordAudit } from '../../db/people/audit'
import type { User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { UserId } from '../../kernel/ids'
import { checkEmail, checkName } from '../check-account-input'
import { type AccountKeeper, accountOf, keeperId, lastAdminRefusal } from './account-keeper'

/** `left`: the cohorts that the person no longer instructs, because learners instruct none. */
export type AccountChanged = {
  readonly changed: boolean
  readonly left: readonly InstructedCohort[]
}

/**
 * Changes name, address and role; what is not named stays. Sign-in sessions continue: the role is
 * read anew for each request, and the address only matters for signing in. Throws not_found,
 * invalid_input, email_taken, last_admin; nothing is changed then.
 */
export async function changeAccount(
  keeper: AccountKeeper,
  input: { readonly userId: UserId; readonly change: AccountChange; readonly now: number },
): Promise<AccountChanged> {
  const { name, email, role } = input.change
  const wanted: AccountChange = {
    ...(name !== undefined && { name: checkName(name) }),
    ...(email !== undefined && { email: checkEmail(email) }),
    ...(role !== undefined && { role }),
  }
  const account = await accountOf(keeper, input.userId)
  return writeChange(account, wanted, { actorId: keeperId(keeper), now: input.now })
}

/** Writes and records what differs. Throws email_taken, last_admin. */
export async function writeChange(
  account: User,
  wanted: AccountChange,
  { actorId, now }: { readonly actorId: UserId | null; readonly now: number },
): Promise<AccountChanged> {
  const change: AccountChange = {
    ...(wanted.name !== account.name && wanted.name !== undefined && { name: wanted.name }),
    ...(wanted.email !== account.email && wanted.email !== undefined && { email: wanted.email }),
    ...(wanted.role !== account.role && wanted.role !== undefined && { role: wanted.role }),
  }
  if (Object.keys(change).length === 0) return { changed: false, left: [] }
  return together(() => writeDifference(account, change, { actorId, now }))
}

async function writeDifference(
  account: User,
  change: AccountChange,
  { actorId, now }: { readonly actorId: UserId | null; readonly now: number },
): Promise<AccountChanged> {
  const outcome = await changeUser(account.id, change, now)
  switch (outcome.kind) {
    case 'last_admin':
      throw lastAdminRefusal(account)
    case 'email_taken':
      throw new AppError(
        'email_taken',
        'Another account has this address. Nothing was changed. Choose another address.',
      )
    case 'done': {
      const detail = {
        user: account.id,
        ...(change.name !== undefined && { nameBefore: account.name, name: change.name }),
        ...(change.email !== undefined && { emailBefore: account.email, email: change.email }),
        ...(change.role !== undefined && { roleBefore: account.role, role: change.role }),
      }
      await recordAudit({ at: now, actorId, kind: 'account_changed', detail })
      return { changed: true, left: outcome.left }
    }
  }
}
