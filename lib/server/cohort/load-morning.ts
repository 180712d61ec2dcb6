import 'server-only'
import { type CohortMorning, morningView } from '../../cohort/view/morning-view'
import { snoozesOf } from '../../db/cohort/risk-snoozes'
import { type CohortScope, cohortScopes, type InstructorScope } from '../scope'
import { cohortScene } from './cohort-scene'
import { itemFigures } from './item-figures'

/**
 * All open cohorts of the viewer that have learners, sorted by name. Throws course_not_published.
 */
export async function loadMorning(
  scope: InstructorScope,
  { now }: { readonly now: number },
): Promise<readonly CohortMorning[]> {
  const cohorts = await cohortScopes(scope)
  return Promise.all(
    cohorts
      .filter(({ cohort, learnerIds }) => !cohort.archived && learnerIds.length > 0)
      .map((cohort) => morningOf(cohort, now)),
  )
}

async function morningOf(scope: CohortScope, now: number): Promise<CohortMorning> {
  const [scene, snoozes] = await Promise.all([cohortScene(scope, now), snoozesOf(scope.cohort.id)])
  return morningView(scene, snoozes, await itemFigures(scene))
}
