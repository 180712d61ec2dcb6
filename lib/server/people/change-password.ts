import 'server-only'
import { hashPassword, passwordMatches } from '../../credentials/password'
import { recordAudit } from '../../db/people/audit'
import { deleteOtherSessions } from '../../db/people/sessions'
import { findLogin, updatePasswordHash } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { SessionId, UserId } from '../../kernel/ids'
import { actor } from '../access'
import { checkPassword } from '../check-account-input'

/** Ends every other session of the person. Throws wrong_credentials, invalid_input. */
export async function changePassword(input: {
  userId: UserId
  keepSession: SessionId
  currentPassword: string
  newPassword: string
  now: number
}): Promise<void> {
  const user = await actor(input.userId)
  const password = checkPassword(input.newPassword)
  const login = await findLogin(user.email)
  if (!(await passwordMatches(login?.passwordHash ?? null, input.currentPassword))) {
    throw new AppError(
      'wrong_credentials',
      'The current password is not right. Nothing was changed; try again.',
    )
  }
  await updatePasswordHash(user.id, await hashPassword(password))
  await deleteOtherSessions(user.id, input.keepSession)
  await recordAudit({ at: input.now, actorId: user.id, kind: 'password_changed', detail: {} })
}
