import 'server-only'
import { hashPassword } from '../../credentials/password'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { updatePassword } from '../../db/people/passwords'
import type { SessionId } from '../../kernel/ids'
import { checkPassword } from '../check-account-input'
import type { LearnerScope } from '../scope'
import { checkOwnPassword } from './check-own-password'

/**
 * Ends all other sign-in sessions of the person; `keep` is the one that stays. Throws
 * wrong_credentials, too_many_attempts, invalid_input.
 */
export async function changePassword(
  { user }: LearnerScope,
  keep: SessionId,
  input: { currentPassword: string; newPassword: string; now: number },
): Promise<void> {
  const password = await checkPassword(input.newPassword, user)
  await checkOwnPassword(user, input.currentPassword)
  const hash = await hashPassword(password)
  const detail = { user: user.id }
  await together(async () => {
    await updatePassword(user.id, hash, { keep })
    await recordAudit({ at: input.now, actorId: user.id, kind: 'password_changed', detail })
  })
}
