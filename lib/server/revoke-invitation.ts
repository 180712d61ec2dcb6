import 'server-only'
import type { InvitationId, UserId } from '../kernel/ids'

/** Throws not_found when it is not the actor's to revoke. */
export async function revokeInvitation(_input: {
  actorId: UserId
  invitationId: InvitationId
  now: number
}): Promise<void> {
  throw new Error('stub')
}
