import 'server-only'
import { recentRollUps } from '../../db/study/study-days'
import type { CohortId } from '../../kernel/ids'
import { studyDayOf } from '../../kernel/study-day'
import { cohortScopes, type InstructorScope } from '../scope'

export type CohortSummary = {
  readonly id: CohortId
  readonly name: string
  readonly archived: boolean
  readonly learners: number
  readonly activeLast7Days: number
}

/** The cohorts that the viewer instructs, sorted by name. An administrator gets all cohorts. */
export async function listCohorts(
  scope: InstructorScope,
  { now }: { readonly now: number },
): Promise<readonly CohortSummary[]> {
  const cohorts = await cohortScopes(scope)
  // One clock for everybody is exact enough for "active in the last 7 days".
  const today = studyDayOf(now, scope.user.clock)
  const people = cohorts.flatMap(({ learnerIds }) =>
    learnerIds.map((userId) => ({ userId, today })),
  )
  const active = await recentRollUps(people, 7)
  return cohorts.map(({ cohort: { id, name, archived }, learnerIds }) => ({
    id,
    name,
    archived,
    learners: learnerIds.length,
    activeLast7Days: learnerIds.filter((userId) => (active.get(userId)?.reviews ?? 0) > 0).length,
  }))
}
