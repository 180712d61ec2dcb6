import 'server-only'
import { addressForm } from '../../account/address'
import { findLogin, findUser, type User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { isUuid, type UserId } from '../../kernel/ids'
import type { AdminScope } from '../scope'
import type { WholeScope } from '../whole-scope'

/** Who may look after the accounts of others: an administrator, or the command line. */
export type AccountKeeper = AdminScope | WholeScope

/** For the audit; null for the command line. */
export const keeperId = (keeper: AccountKeeper): UserId | null =>
  'user' in keeper ? keeper.user.id : null

/** Throws not_found. */
export async function accountOf(_: AccountKeeper, userId: UserId): Promise<User> {
  const user = isUuid(userId) ? await findUser(userId) : null
  if (user && !user.deleted) return user
  throw accountGone()
}

export const accountGone = (): AppError =>
  new AppError('not_found', 'There is no such account, or it was deleted. Nothing was changed.')

/** For the command line: the account with this address. Throws not_found. */
export async function accountByAddress(_: WholeScope, address: string): Promise<User> {
  const login = await findLogin(addressForm(address))
  if (login) return login.user
  throw new AppError(
    'not_found',
    `There is no account with the address ${address}. Nothing was changed. \`steppe user list\` shows all accounts.`,
  )
}

/** For an act that would leave the installation without an administrator. */
export const lastAdminRefusal = ({ name }: Pick<User, 'name'>): AppError =>
  new AppError(
    'last_admin',
    `${name} is the only administrator who can sign in. Nothing was changed. Make somebody else an administrator first.`,
  )
