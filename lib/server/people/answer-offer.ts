import 'server-only'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { findOffer, markDeclined } from '../../db/people/cohort-offers'
import { redeemForUser } from '../../db/people/invitations'
import { AppError } from '../../kernel/app-error'
import { type InvitationId, isUuid } from '../../kernel/ids'
import type { LearnerScope } from '../scope'
import { assertRedeemed } from './redeem'

type Input = { readonly invitationId: InvitationId; readonly now: number }

/** Joins the cohort to which somebody invited one's own address. Throws not_found, invitation_invalid. */
export async function acceptOffer({ user }: LearnerScope, input: Input): Promise<void> {
  const { now } = input
  const { codeHash, cohortId } = await offerOf(user.email, input)
  const detail = { email: user.email, cohort: cohortId }
  await together(async () => {
    assertRedeemed(await redeemForUser(codeHash, user, now))
    await recordAudit({ at: now, actorId: user.id, kind: 'joined', detail })
  })
}

/**
 * The offer is shown no more. Whoever invited sees no difference, because that would tell them that the
 * address has an account. Throws not_found.
 */
export async function declineOffer({ user }: LearnerScope, input: Input): Promise<void> {
  const { invitationId, now } = input
  const { cohortId } = await offerOf(user.email, input)
  const detail = { user: user.id, cohort: cohortId }
  await together(async () => {
    await markDeclined(invitationId, now)
    await recordAudit({ at: now, actorId: user.id, kind: 'invitation_declined', detail })
  })
}

async function offerOf(email: string, { invitationId, now }: Input) {
  const offer = isUuid(invitationId) ? await findOffer(invitationId, email, now) : null
  if (offer) return offer
  throw new AppError(
    'not_found',
    'This invitation is no longer open: it was answered, was revoked or has expired. Nothing was changed.',
  )
}
