import 'server-only'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import {
  findInvitation,
  type Invitation,
  markRevoked,
  unmarkRevoked,
} from '../../db/people/invitations'
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

/** Makes an invitation of this cohort usable again that was revoked. Throws not_found. */
export const allowInCohort = (
  { cohort, viewer }: InstructedCohortScope,
  input: Input,
): Promise<void> => allow(viewer.id, input, ({ cohortId }) => cohortId === cohort.id)

/** The same for an invitation of any cohort or of none. Throws not_found. */
export const allowInvitation = ({ user }: AdminScope, input: Input): Promise<void> =>
  allow(user.id, input, () => true)

type IsTheirs = (invitation: Invitation) => boolean

async function revoke(actorId: UserId, input: Input, isTheirs: IsTheirs): Promise<void> {
  const { id } = await invitationOf(input, isTheirs)
  await together(async () => {
    await markRevoked(id, input.now)
    await recordAudit({ at: input.now, actorId, kind: 'revoked', detail: { invitation: id } })
  })
}

async function allow(actorId: UserId, input: Input, isTheirs: IsTheirs): Promise<void> {
  const { id } = await invitationOf(input, isTheirs)
  const detail = { invitation: id }
  await together(async () => {
    await unmarkRevoked(id)
    await recordAudit({ at: input.now, actorId, kind: 'revocation_undone', detail })
  })
}

async function invitationOf({ invitationId }: Input, isTheirs: IsTheirs): Promise<Invitation> {
  const invitation = isUuid(invitationId) ? await findInvitation(invitationId) : null
  if (invitation && !invitation.setup && isTheirs(invitation)) return invitation
  throw new AppError('not_found', 'There is no such invitation here.')
}
