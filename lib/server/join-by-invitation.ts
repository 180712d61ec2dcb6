import 'server-only'
import type { UserId } from '../kernel/ids'

/** Makes an account (and a cohort membership). Throws invitation_invalid, email_taken, invalid_input. */
export async function joinByInvitation(_input: {
  code: string
  name: string
  email: string
  password: string
  zone: string
  now: number
}): Promise<UserId> {
  throw new Error('stub')
}
