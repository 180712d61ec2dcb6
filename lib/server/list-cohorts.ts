import 'server-only'
import type { CohortId, UserId } from '../kernel/ids'

export type CohortSummary = {
  readonly id: CohortId
  readonly name: string
  readonly learners: number
  readonly activeLast7Days: number
}

/** Cohorts the actor instructs; all of them for an administrator. By name. */
export async function listCohorts(_input: {
  actorId: UserId
  now: number
}): Promise<CohortSummary[]> {
  throw new Error('stub')
}
