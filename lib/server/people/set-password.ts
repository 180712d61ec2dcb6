import 'server-only'
import { hashPassword } from '../../credentials/password'
import { forgetAttempts } from '../../db/connection/throttle'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { updatePassword } from '../../db/people/passwords'
import type { UserId } from '../../kernel/ids'
import { checkPassword } from '../check-account-input'
import type { WholeScope } from '../whole-scope'
import { accountOf } from './account-keeper'

/**
 * For the command line: sets somebody's password and ends all their sign-in sessions. Also works
 * for a disabled account, which stays disabled. Throws not_found, invalid_input.
 */
export async function setPassword(
  whole: WholeScope,
  input: { userId: UserId; password: string; now: number },
): Promise<void> {
  const account = await accountOf(whole, input.userId)
  const password = await checkPassword(input.password, account)
  const { id, email } = account
  const hash = await hashPassword(password)
  await together(async () => {
    await updatePassword(id, hash, { keep: null })
    await recordAudit({ at: input.now, actorId: null, kind: 'password_set', detail: { user: id } })
  })
  // Whoever forgot the password has tried some, and must not wait now.
  await forgetAttempts('sign-in', email)
}
