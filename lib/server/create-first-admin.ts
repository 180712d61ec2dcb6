import 'server-only'
import type { UserId } from '../kernel/ids'

/** Throws setup_done, invitation_invalid, invalid_input. */
export async function createFirstAdmin(_input: {
  token: string
  name: string
  email: string
  password: string
  zone: string
  now: number
}): Promise<UserId> {
  throw new Error('stub')
}
