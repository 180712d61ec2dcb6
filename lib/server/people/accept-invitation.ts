import 'server-only'
import { hashCode } from '../../credentials/code'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { findUsableInvitation, redeemForUser } from '../../db/people/invitations'
import type { LearnerScope } from '../scope'
import { assertMeant, assertRedeemed } from './redeem'

/**
 * For people who have an account and are signed in: adds them to the cohort, and raises their role
 * if the invitation has a higher one. Throws invitation_invalid, setup_done, and not_allowed for a
 * link made for somebody else.
 */
export async function acceptInvitation(
  { user }: LearnerScope,
  input: { code: string; now: number },
): Promise<void> {
  const codeHash = hashCode(input.code)
  const invitation = await findUsableInvitation(codeHash, input.now)
  assertMeant(invitation, user.email)
  const detail = { email: user.email, cohort: invitation?.cohortId ?? null }
  await together(async () => {
    assertRedeemed(await redeemForUser(codeHash, user, input.now))
    await recordAudit({ at: input.now, actorId: user.id, kind: 'joined', detail })
  })
}
