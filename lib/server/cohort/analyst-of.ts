import 'server-only'
import { cohortMembers } from '../../db/cohort/cohorts'
import type { User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { CohortId, UserId } from '../../kernel/ids'

/** The analyst, if they learn in that cohort, which the caller has proved to be the actor's. */
export async function analystOf(cohortId: CohortId, userId: UserId): Promise<User> {
  const member = (await cohortMembers(cohortId)).find(({ id }) => id === userId)
  if (member?.roleInCohort === 'learner') return member
  throw new AppError('not_found', 'There is no such analyst in this cohort. Nothing was changed.')
}
