import 'server-only'
import { type CohortOverview, overviewView } from '../../cohort/view/overview-view'
import { snoozesOf } from '../../db/cohort/risk-snoozes'
import { type CohortScope, cohortScopes, type InstructorScope } from '../scope'
import { cohortScene } from './cohort-scene'
import { itemFigures } from './item-figures'

/**
 * All open cohorts of the viewer that have learners, sorted by name. Throws course_not_published.
 */
export async function loadOverview(
  scope: InstructorScope,
  { now }: { readonly now: number },
): Promise<readonly CohortOverview[]> {
  const cohorts = await cohortScopes(scope)
  return Promise.all(
    cohorts
      .filter(({ cohort, learnerIds }) => !cohort.archived && learnerIds.length > 0)
      .map((cohort) => overviewOf(cohort, now)),
  )
}

async function overviewOf(scope: CohortScope, now: number): Promise<CohortOverview> {
  const [scene, snoozes] = await Promise.all([cohortScene(scope, now), snoozesOf(scope.cohort.id)])
  return overviewView(scene, snoozes, await itemFigures(scene))
}
