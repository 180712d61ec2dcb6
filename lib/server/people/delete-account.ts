import 'server-only'
import { type Deletion, deletionWords } from '../../account/deletion'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { holdingsOf, deleteAccount as writeDeletion } from '../../db/people/delete-account'
import { AppError } from '../../kernel/app-error'
import type { UserId } from '../../kernel/ids'
import {
  type AccountKeeper,
  accountGone,
  accountOf,
  keeperId,
  lastAdminRefusal,
} from './account-keeper'

/** In ms: a log of many answers takes a while to delete. */
const A_LONG_LOG = { maxWait: 30_000, timeout: 120_000 }

/** What a deletion will do, in sentences. Changes nothing. Throws not_found. */
export async function describeDeletion(
  keeper: AccountKeeper,
  input: { readonly userId: UserId } & Deletion,
): Promise<readonly string[]> {
  const user = await accountOf(keeper, input.userId)
  return deletionWords(user, await holdingsOf(user.id), input)
}

/**
 * Deletes an account for good: see `deletionWords` for what is kept. Throws not_found, invalid_input
 * for another address than the account's, and last_admin for the only administrator who can sign in.
 */
export async function deleteAccount(
  keeper: AccountKeeper,
  input: {
    readonly userId: UserId
    /** The address as somebody typed it to confirm; without it, nobody was asked. */
    readonly typed?: string
    readonly now: number
  } & Deletion,
): Promise<void> {
  const { userId, typed, mode, certificates, now } = input
  const user = await accountOf(keeper, userId)
  if (typed !== undefined && typed !== user.email) {
    throw new AppError(
      'invalid_input',
      `This is not the address of the account, so nothing was deleted. Type ${user.email}.`,
    )
  }
  const keptBy = keeperId(keeper)
  const actorId = keptBy === userId ? null : keptBy
  const detail = { user: userId, mode, certificates }
  await together(async () => {
    switch (await writeDeletion(user.id, { mode, certificates }, now)) {
      case 'no-account':
        throw accountGone()
      case 'last-admin':
        throw lastAdminRefusal(user)
      case 'deleted':
    }
    await recordAudit({ at: now, actorId, kind: 'account_deleted', detail })
  }, A_LONG_LOG)
}
