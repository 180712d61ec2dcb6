import 'server-only'
import { findLogin, type User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { provePassword } from './prove-password'

/**
 * For a change of one's own password, address or second factor: proves that it is the person and not
 * somebody who found an open browser. Has a budget of its own, so that a stranger who guesses at the
 * sign-in does not keep the owner from it. Throws wrong_credentials, too_many_attempts.
 */
export async function checkOwnPassword(user: User, password: string): Promise<void> {
  const login = await findLogin(user.email)
  if (await provePassword([['own-password', user.email]], login?.passwordHash ?? null, password)) {
    return
  }
  throw new AppError(
    'wrong_credentials',
    'The current password is wrong. Nothing was changed; try again.',
  )
}
