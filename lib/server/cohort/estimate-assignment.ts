import 'server-only'
import { type ThroughBy, throughBy } from '../../cohort/through-by'
import { requireCourse } from '../current-course'
import type { CohortScope } from '../scope'
import { cohortScene } from './cohort-scene'
import { type AssignmentInput, checkedOf } from './save-assignment'

/**
 * What an assignment would ask of the cohort and who could be through by its due day. `assignmentId`
 * is the one that would be changed; null for a new one. Throws invalid_input, course_not_published.
 */
export async function estimateAssignment(
  scope: CohortScope,
  input: AssignmentInput & { readonly assignmentId: string | null },
): Promise<ThroughBy> {
  const checked = checkedOf(input, await requireCourse(scope))
  const scene = await cohortScene(scope, input.now)
  const present = scene.assignments.find(({ id }) => id === input.assignmentId)
  return throughBy(scene, {
    id: present?.id ?? 'proposed',
    cohortId: scope.cohort.id,
    extensions: present?.extensions ?? new Map(),
    ...checked,
  })
}
