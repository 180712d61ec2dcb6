import 'server-only'
import { type Deletion, deletionWords } from '../../account/deletion'
import { recordAudit } from '../../db/people/audit'
import { holdingsOf, deleteAccount as writeDeletion } from '../../db/people/delete-account'
import { findLogin, findUser, type User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { isUuid, type UserId } from '../../kernel/ids'
import type { AdminScope } from '../scope'
import type { WholeScope } from '../whole-scope'

/** What a deletion will do, in sentences. Changes nothing. Throws not_found. */
export async function describeDeletion(
  _: AdminScope | WholeScope,
  input: { readonly userId: UserId } & Deletion,
): Promise<readonly string[]> {
  const user = await accountOf(input.userId)
  return deletionWords(user, await holdingsOf(user.id), input)
}

/**
 * Deletes an account for good: see `deletionWords` for what is kept. Throws not_found, and
 * not_allowed for the last administrator.
 */
export async function deleteAccount(
  scope: AdminScope | WholeScope,
  input: { readonly userId: UserId; readonly now: number } & Deletion,
): Promise<void> {
  const { userId, mode, certificates, now } = input
  const user = await accountOf(userId)
  switch (await writeDeletion(user.id, { mode, certificates }, now)) {
    case 'no-account':
      throw noAccount()
    case 'last-admin':
      throw new AppError(
        'not_allowed',
        'This is the last administrator who can sign in, so nothing was deleted. Make somebody else an administrator first.',
      )
    case 'deleted':
  }
  const actorId = 'user' in scope && scope.user.id !== userId ? scope.user.id : null
  const detail = { user: userId, mode, certificates }
  await recordAudit({ at: now, actorId, kind: 'account_deleted', detail })
}

/** For the command line, which names people by their address. Throws not_found. */
export async function accountWithAddress(
  _: WholeScope,
  { email }: { readonly email: string },
): Promise<UserId> {
  const login = await findLogin(email.trim().toLowerCase())
  if (login) return login.user.id
  throw new AppError('not_found', `No account has the address ${email}. Nothing was changed.`)
}

async function accountOf(id: UserId): Promise<User> {
  const user = isUuid(id) ? await findUser(id) : null
  if (user && !user.deleted) return user
  throw noAccount()
}

const noAccount = () =>
  new AppError('not_found', 'There is no such account, or it was deleted. Nothing was changed.')
