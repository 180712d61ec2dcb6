import 'server-only'
import { hashPassword, passwordMatches } from '../../credentials/password'
import { recordAudit } from '../../db/people/audit'
import { deleteOtherSessions } from '../../db/people/sessions'
import { findLogin, updatePasswordHash } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { SessionId } from '../../kernel/ids'
import { checkPassword } from '../check-account-input'
import type { LearnerScope } from '../scope'

/**
 * Ends all other sign-in sessions of the person; `keep` is the one that stays. Throws
 * wrong_credentials, invalid_input.
 */
export async function changePassword(
  { user }: LearnerScope,
  keep: SessionId,
  input: { currentPassword: string; newPassword: string; now: number },
): Promise<void> {
  const password = checkPassword(input.newPassword)
  const login = await findLogin(user.email)
  if (!(await passwordMatches(login?.passwordHash ?? null, input.currentPassword))) {
    throw new AppError(
      'wrong_credentials',
      'The current password is wrong. Nothing was changed; try again.',
    )
  }
  await updatePasswordHash(user.id, await hashPassword(password))
  await deleteOtherSessions(user.id, keep)
  await recordAudit({ at: input.now, actorId: user.id, kind: 'password_changed', detail: {} })
}
