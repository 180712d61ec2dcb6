import 'server-only'
import { cohortGround } from '../db/cohort/cohort-ground'
import type { CohortGround } from '../db/cohort/cohort-ground-row'
import { AppError } from '../kernel/app-error'
import type { CohortScope } from './scope'

/** What the pages of a cohort stand on; read now, unless the scope of a page has read it. */
export async function groundOf({ cohort, ground }: CohortScope): Promise<CohortGround> {
  const found = ground ?? (await cohortGround(cohort.id, null))
  if (found) return found
  throw new AppError('not_found', 'This cohort no longer exists. Open the list of cohorts.')
}

/** Who learns in the cohort, by name, disabled accounts included. */
export const learnersIn = ({ members }: CohortGround): CohortGround['members'] =>
  members.filter(({ roleInCohort }) => roleInCohort === 'learner')
