import 'server-only'
import { hashCode } from '../../credentials/code'
import { findCohort } from '../../db/cohort/cohorts'
import { findUsableInvitation } from '../../db/people/invitations'
import { findUser } from '../../db/people/users'
import type { Role } from '../../kernel/role'

/** What the join page may show before it knows who opened it. */
export type InvitationView = {
  readonly role: Role
  readonly cohortName: string | null
  readonly invitedBy: string | null
  /** The person it is for, if it is for one person. */
  readonly email: string | null
  readonly name: string | null
}

/** Null when the code is unknown, used up, expired or revoked. */
export async function describeInvitation({
  code,
  now,
}: {
  code: string
  now: number
}): Promise<InvitationView | null> {
  const invitation = await findUsableInvitation(hashCode(code), now)
  if (!invitation || invitation.setup) return null
  const { role, cohortId, createdById, email, name } = invitation
  const cohort = cohortId === null ? null : await findCohort(cohortId)
  const inviter = createdById === null ? null : await findUser(createdById)
  const cohortName = cohort?.name ?? null
  const invitedBy = inviter?.name ?? null
  return { role, cohortName, invitedBy, email, name }
}
