import 'server-only'
import type { CohortId, InvitationId, UserId } from '../kernel/ids'

export type AnalystRow = {
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly lessonsDone: number
  readonly due: number
  /** Reviews of the last 7 study days, today included. */
  readonly reviewed7Days: number
  /** First reviews of the day of cards in Review, recalled / all, over 30 study days; null without any. */
  readonly trueRetention: { readonly passed: number; readonly total: number } | null
  readonly lastSeenAt: number | null
}

export type CohortView = {
  readonly id: CohortId
  readonly name: string
  readonly lessonsTotal: number
  readonly analysts: readonly AnalystRow[]
  readonly instructors: readonly { readonly userId: UserId; readonly name: string }[]
  readonly invitations: readonly {
    readonly id: InvitationId
    readonly role: 'learner' | 'instructor' | 'admin'
    readonly usesLeft: number
    readonly expiresAt: number
    readonly createdAt: number
  }[]
}

/** Throws not_found for a cohort that is not the actor's, so that nobody learns it exists. */
export async function loadCohort(_input: {
  actorId: UserId
  cohortId: CohortId
  now: number
}): Promise<CohortView> {
  throw new Error('stub')
}
