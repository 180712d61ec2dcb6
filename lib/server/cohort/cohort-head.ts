import 'server-only'
import type { Cohort } from '../../db/cohort/cohorts'
import type { CohortId, UserId } from '../../kernel/ids'
import { actor, assertInstructor, cohortOf } from '../access'

/** The cohort's name for the pages below it. Throws not_allowed, not_found. */
export async function cohortHead(input: { actorId: UserId; cohortId: CohortId }): Promise<Cohort> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  return cohortOf(user, input.cohortId)
}
