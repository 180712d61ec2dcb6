import 'server-only'
import { anyUserExists } from '../../db/people/users'
import type { UserId } from '../../kernel/ids'
import { assertRedeemed, redeem } from './redeem'

/** Throws setup_done, invitation_invalid, invalid_input. */
export async function createFirstAdmin(input: {
  token: string
  name: string
  email: string
  password: string
  zone: string
  now: number
}): Promise<UserId> {
  if (await anyUserExists()) assertRedeemed('setup_done')
  return redeem({ ...input, code: input.token }, 'setup')
}
