import 'server-only'
import { hashCode } from '../credentials/code'
import { recordAudit } from '../db/audit'
import { redeemForUser } from '../db/invitations'
import { findUser } from '../db/users'
import { AppError } from '../kernel/app-error'
import type { UserId } from '../kernel/ids'
import { assertRedeemed } from './redeem'

/** For somebody who has an account already and is signed in: adds the cohort (and raises the role if the invitation's is higher). Throws invitation_invalid, setup_done, not_found. */
export async function acceptInvitation(input: {
  code: string
  userId: UserId
  now: number
}): Promise<void> {
  const user = await findUser(input.userId)
  if (!user) throw new AppError('not_found', 'There is no such account.')
  assertRedeemed(await redeemForUser(hashCode(input.code), user, input.now))
  await recordAudit({
    at: input.now,
    actorId: user.id,
    kind: 'joined',
    detail: { email: user.email },
  })
}
