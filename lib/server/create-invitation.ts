import 'server-only'
import type { CohortId, InvitationId, UserId } from '../kernel/ids'

/** `code` is shown once; only its hash is kept. The link is /join/CODE. Instructors invite into their own cohorts; administrators also instructors and administrators without a cohort. Throws not_allowed, not_found, invalid_input. */
export async function createInvitation(_input: {
  actorId: UserId
  role: 'learner' | 'instructor' | 'admin'
  cohortId: CohortId | null
  uses: number
  expiresInDays: number
  now: number
}): Promise<{ id: InvitationId; code: string }> {
  throw new Error('stub')
}
