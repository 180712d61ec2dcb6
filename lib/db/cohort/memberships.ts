import 'server-only'
import { asCohortId, type CohortId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'

/** Cohorts in which this person learns, archived ones left out, and when (ms) they joined each. */
export async function cohortsLearntIn(
  userId: UserId,
): Promise<{ cohortId: CohortId; joinedAt: number }[]> {
  const rows = await database().membership.findMany({
    where: { userId, role: 'learner', cohort: { archivedAt: null } },
    select: { cohortId: true, joinedAt: true },
  })
  return rows.map(({ cohortId, joinedAt }) => ({
    cohortId: asCohortId(cohortId),
    joinedAt: joinedAt.getTime(),
  }))
}
