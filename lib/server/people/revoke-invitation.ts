import 'server-only'
import { recordAudit } from '../../db/people/audit'
import { findInvitation, markRevoked } from '../../db/people/invitations'
import { AppError } from '../../kernel/app-error'
import { type InvitationId, isUuid, type UserId } from '../../kernel/ids'
import { actor, cohortOf } from '../access'

/** Harmless when repeated. Throws not_found when it is not the actor's to revoke. */
export async function revokeInvitation(input: {
  actorId: UserId
  invitationId: InvitationId
  now: number
}): Promise<void> {
  const user = await actor(input.actorId)
  const { invitationId } = input
  const invitation = isUuid(invitationId) ? await findInvitation(invitationId) : null
  const missing = new AppError('not_found', 'There is no such invitation among yours.')
  if (!invitation || invitation.setup) throw missing
  if (invitation.cohortId !== null) await cohortOf(user, invitation.cohortId)
  else if (user.role !== 'admin') throw missing

  await markRevoked(invitation.id, input.now)
  const detail = { invitation: invitation.id }
  await recordAudit({ at: input.now, actorId: user.id, kind: 'revoked', detail })
}
