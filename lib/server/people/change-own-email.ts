import 'server-only'
import { checkEmail } from '../check-account-input'
import type { LearnerScope } from '../scope'
import { writeChange } from './change-account'
import { checkOwnPassword } from './check-own-password'

/**
 * The address with which the person signs in from now on. Throws invalid_input, wrong_credentials,
 * too_many_attempts, email_taken; nothing is changed then.
 */
export async function changeOwnEmail(
  { user }: LearnerScope,
  input: { email: string; currentPassword: string; now: number },
): Promise<void> {
  const email = checkEmail(input.email)
  // Checked first: whoever finds an open browser must not learn which addresses have accounts.
  await checkOwnPassword(user, input.currentPassword)
  await writeChange(user, { email }, { actorId: user.id, now: input.now })
}
