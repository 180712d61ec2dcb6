import 'server-only'
import { type Cohort, findCohort, findInstructedCohort } from '../db/cohort/cohorts'
import { findUser, type User } from '../db/people/users'
import { AppError } from '../kernel/app-error'
import { type CohortId, isUuid, type UserId } from '../kernel/ids'

/** The acting person. Throws not_allowed for an account that is gone or disabled. */
export async function actor(id: UserId): Promise<User> {
  const user = await findUser(id)
  if (!user || user.disabled) {
    throw new AppError('not_allowed', 'This account may no longer act. Ask an administrator.')
  }
  return user
}

export function assertAdmin(user: User): void {
  if (user.role !== 'admin') throw new AppError('not_allowed', 'Only an administrator may do this.')
}

export function assertInstructor(user: User): void {
  if (user.role === 'learner') throw new AppError('not_allowed', 'Only an instructor may do this.')
}

/** The cohort, if this person may run it. Another's cohort is not_found, so that nobody learns it exists. */
export async function cohortOf(user: User, cohortId: CohortId): Promise<Cohort> {
  const cohort = isUuid(cohortId) ? await findOwn(user, cohortId) : null
  if (cohort) return cohort
  throw new AppError(
    'not_found',
    'There is no such cohort among yours. Open it from the list of cohorts.',
  )
}

/** The same for whoever changes something in it. Throws also not_allowed for an archived cohort. */
export async function openCohortOf(user: User, cohortId: CohortId): Promise<Cohort> {
  const cohort = await cohortOf(user, cohortId)
  if (!cohort.archived) return cohort
  throw new AppError(
    'not_allowed',
    `“${cohort.name}” is archived: it can be read, not changed. Nothing was changed. Open it again under People first.`,
  )
}

const findOwn = (user: User, cohortId: CohortId): Promise<Cohort | null> =>
  user.role === 'admin' ? findCohort(cohortId) : findInstructedCohort(user.id, cohortId)
