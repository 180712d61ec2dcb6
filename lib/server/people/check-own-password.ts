import 'server-only'
import { passwordMatches } from '../../credentials/password'
import { countAttempt, forgetAttempts } from '../../db/connection/throttle'
import { findLogin, type User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { assertMayTry } from './assert-may-try'

/**
 * For a change of one's own password or address: proves that it is the person and not somebody who
 * found an open browser. Wrong passwords count as failed sign-ins. Throws wrong_credentials,
 * too_many_attempts.
 */
export async function checkOwnPassword(user: User, password: string): Promise<void> {
  await assertMayTry(user.email)
  const login = await findLogin(user.email)
  if (await passwordMatches(login?.passwordHash ?? null, password)) {
    await forgetAttempts('sign-in', user.email)
    return
  }
  await countAttempt('sign-in', user.email)
  throw new AppError(
    'wrong_credentials',
    'The current password is wrong. Nothing was changed; try again.',
  )
}
