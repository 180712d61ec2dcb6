import 'server-only'
import { type AssignmentsView, assignmentsView } from '../../cohort/view/assignments-view'
import type { CohortScope } from '../scope'
import { cohortScene } from './cohort-scene'

/** Throws course_not_published. */
export async function loadAssignments(
  scope: CohortScope,
  { now }: { readonly now: number },
): Promise<AssignmentsView> {
  return assignmentsView(await cohortScene(scope, now))
}
