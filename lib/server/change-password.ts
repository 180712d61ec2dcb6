import 'server-only'
import type { SessionId, UserId } from '../kernel/ids'

/** Ends every other session of the person. Throws wrong_credentials, invalid_input. */
export async function changePassword(_input: {
  userId: UserId
  keepSession: SessionId
  currentPassword: string
  newPassword: string
  now: number
}): Promise<void> {
  throw new Error('stub')
}
