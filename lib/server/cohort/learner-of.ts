import 'server-only'
import { cohortMembers } from '../../db/cohort/cohorts'
import type { User } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { UserId } from '../../kernel/ids'
import type { CohortScope } from '../scope'

/** The account of a learner in this cohort. Throws not_found. */
export async function learnerOf({ cohort }: CohortScope, userId: UserId): Promise<User> {
  const member = (await cohortMembers(cohort.id)).find(({ id }) => id === userId)
  if (member?.roleInCohort === 'learner') return member
  throw new AppError('not_found', 'There is no such analyst in this cohort. Nothing was changed.')
}
