import 'server-only'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { hashCode, newCode } from '../../credentials/code'
import { recordAudit } from '../../db/people/audit'
import { insertInvitation } from '../../db/people/invitations'
import { asInvitationId, type CohortId, type InvitationId, type UserId } from '../../kernel/ids'
import { actor, assertAdmin, assertInstructor, openCohortOf } from '../access'
import { checked } from '../check-account-input'

const DAY_MS = 86_400_000
const limits = z.object({
  uses: z
    .int('Uses must be a whole number.')
    .min(1, 'An invitation needs at least one use.')
    .max(500, 'An invitation has at most 500 uses.'),
  expiresInDays: z
    .int('Days must be a whole number.')
    .min(1, 'An invitation lasts at least a day.')
    .max(365, 'An invitation lasts at most a year.'),
})

/** `code` is shown once; only its hash is kept. The link is /join/CODE. Instructors invite into their own cohorts; administrators also instructors and administrators without a cohort. Throws not_allowed, not_found, invalid_input. */
export async function createInvitation(input: {
  actorId: UserId
  role: 'learner' | 'instructor' | 'admin'
  cohortId: CohortId | null
  uses: number
  expiresInDays: number
  now: number
}): Promise<{ id: InvitationId; code: string }> {
  const { role, cohortId, now } = input
  const { uses, expiresInDays } = checked(limits, {
    uses: input.uses,
    expiresInDays: input.expiresInDays,
  })
  const user = await actor(input.actorId)
  assertInstructor(user)
  if (cohortId === null || role === 'admin') assertAdmin(user)
  if (cohortId !== null) await openCohortOf(user, cohortId)

  const id = asInvitationId(uuidv7())
  const code = newCode()
  await insertInvitation({
    id,
    codeHash: hashCode(code),
    role,
    setup: false,
    cohortId,
    createdById: user.id,
    createdAt: now,
    expiresAt: now + expiresInDays * DAY_MS,
    usesLeft: uses,
    email: null,
    name: null,
  })
  const detail = { invitation: id, role, cohort: cohortId, uses }
  await recordAudit({ at: now, actorId: user.id, kind: 'invited', detail })
  return { id, code }
}
