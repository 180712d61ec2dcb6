import 'server-only'
import { recordAudit } from '../../db/people/audit'
import { findInvitation, type Invitation, markRevoked } from '../../db/people/invitations'
import { AppError } from '../../kernel/app-error'
import { type InvitationId, isUuid, type UserId } from '../../kernel/ids'
import type { AdminScope, InstructedCohortScope } from '../scope'

type Input = { readonly invitationId: InvitationId; readonly now: number }

/**
 * Revokes an invitation of this cohort. Harmless when repeated. Throws not_found, also for an
 * invitation of another cohort.
 */
export const revokeInCohort = (
  { cohort, viewer }: InstructedCohortScope,
  input: Input,
): Promise<void> => revoke(viewer.id, input, ({ cohortId }) => cohortId === cohort.id)

/** Revokes an invitation of any cohort or of none. Harmless when repeated. Throws not_found. */
export const revokeInvitation = ({ user }: AdminScope, input: Input): Promise<void> =>
  revoke(user.id, input, () => true)

async function revoke(
  actorId: UserId,
  { invitationId, now }: Input,
  isTheirs: (invitation: Invitation) => boolean,
): Promise<void> {
  const invitation = isUuid(invitationId) ? await findInvitation(invitationId) : null
  if (!invitation || invitation.setup || !isTheirs(invitation)) {
    throw new AppError('not_found', 'There is no such invitation here.')
  }
  await markRevoked(invitation.id, now)
  const detail = { invitation: invitation.id }
  await recordAudit({ at: now, actorId, kind: 'revoked', detail })
}
