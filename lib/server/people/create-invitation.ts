import 'server-only'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { hashCode, newCode } from '../../credentials/code'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { insertInvitation } from '../../db/people/invitations'
import type { User } from '../../db/people/users'
import { DAY_MS } from '../../kernel/duration'
import { asInvitationId, type CohortId, type InvitationId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
import { checked } from '../check-account-input'
import type { AdminScope, OpenCohortScope } from '../scope'

const limits = z.object({
  uses: z
    .int('The number of uses must be a whole number.')
    .min(1, 'An invitation must have at least 1 use.')
    .max(500, 'An invitation can have at most 500 uses.'),
  expiresInDays: z
    .int('The days must be a whole number.')
    .min(1, 'An invitation must last at least 1 day.')
    .max(365, 'An invitation can last at most one year.'),
})

type Limits = { readonly uses: number; readonly expiresInDays: number; readonly now: number }

/** `code` is shown once, and only its hash is stored. The link is /join/CODE. */
type CreatedInvitation = { readonly id: InvitationId; readonly code: string }

/** Creates a link to join a cohort, for people with or without an account. Throws invalid_input. */
export const inviteIntoCohort = (
  { cohort, viewer }: OpenCohortScope,
  { role, ...input }: Limits & { readonly role: Exclude<Role, 'admin'> },
): Promise<CreatedInvitation> => insert(viewer, { role, cohortId: cohort.id }, input)

/** Creates a link to an account in any role, without a cohort. Throws invalid_input. */
export const inviteAccount = (
  { user }: AdminScope,
  { role, ...input }: Limits & { readonly role: Role },
): Promise<CreatedInvitation> => insert(user, { role, cohortId: null }, input)

async function insert(
  by: User,
  { role, cohortId }: { readonly role: Role; readonly cohortId: CohortId | null },
  input: Limits,
): Promise<CreatedInvitation> {
  const { uses, expiresInDays } = checked(limits, {
    uses: input.uses,
    expiresInDays: input.expiresInDays,
  })
  const id = asInvitationId(uuidv7())
  const code = newCode()
  const invitation = {
    id,
    codeHash: hashCode(code),
    role,
    setup: false,
    cohortId,
    createdById: by.id,
    createdAt: input.now,
    expiresAt: input.now + expiresInDays * DAY_MS,
    usesLeft: uses,
    email: null,
    name: null,
    mail: null,
  }
  const detail = { invitation: id, role, cohort: cohortId, uses }
  await together(async () => {
    await insertInvitation(invitation)
    await recordAudit({ at: input.now, actorId: by.id, kind: 'invited', detail })
  })
  return { id, code }
}
