import 'server-only'
import type { UserId } from '../kernel/ids'

/** For somebody who has an account already and is signed in: adds the cohort (and raises the role if the invitation's is higher). */
export async function acceptInvitation(_input: {
  code: string
  userId: UserId
  now: number
}): Promise<void> {
  throw new Error('stub')
}
