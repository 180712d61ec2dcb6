import 'server-only'
import { hashCode } from '../../credentials/code'
import { recordAudit } from '../../db/people/audit'
import { findUsableInvitation, redeemForUser } from '../../db/people/invitations'
import { findUser } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { UserId } from '../../kernel/ids'
import { assertMeant, assertRedeemed } from './redeem'

/** For somebody who has an account already and is signed in: adds the cohort (and raises the role if the invitation's is higher). Throws invitation_invalid, setup_done, not_found, not_allowed for a link made for somebody else. */
export async function acceptInvitation(input: {
  code: string
  userId: UserId
  now: number
}): Promise<void> {
  const user = await findUser(input.userId)
  if (!user) throw new AppError('not_found', 'There is no such account.')
  const codeHash = hashCode(input.code)
  assertMeant(await findUsableInvitation(codeHash, input.now), user.email)
  assertRedeemed(await redeemForUser(codeHash, user, input.now))
  await recordAudit({
    at: input.now,
    actorId: user.id,
    kind: 'joined',
    detail: { email: user.email },
  })
}
