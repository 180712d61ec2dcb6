import 'server-only'
import { cohortsWithLearners } from '../../db/cohort/cohorts'
import { recentRollUps } from '../../db/study/study-days'
import type { CohortId, UserId } from '../../kernel/ids'
import { studyDayOf } from '../../kernel/study-day'
import { actor, assertInstructor } from '../access'

export type CohortSummary = {
  readonly id: CohortId
  readonly name: string
  readonly archived: boolean
  readonly learners: number
  readonly activeLast7Days: number
}

/** Cohorts the actor instructs; all of them for an administrator. By name. Throws not_allowed. */
export async function listCohorts(input: {
  actorId: UserId
  now: number
}): Promise<CohortSummary[]> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohorts = await cohortsWithLearners(user.role === 'admin' ? null : user.id)
  // One clock for all is near enough for "active in a week".
  const today = studyDayOf(input.now, user.clock)
  const people = cohorts.flatMap((cohort) => cohort.learnerIds.map((userId) => ({ userId, today })))
  const active = await recentRollUps(people, 7)
  return cohorts.map(({ id, name, archived, learnerIds }) => ({
    id,
    name,
    archived,
    learners: learnerIds.length,
    activeLast7Days: learnerIds.filter((userId) => (active.get(userId)?.reviews ?? 0) > 0).length,
  }))
}
