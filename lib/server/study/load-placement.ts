import 'server-only'
import { AppError } from '../../kernel/app-error'
import type { PlacementPayload } from '../../review/placement'
import {
  type PlacementModule,
  placementModules,
  placementPayload,
} from '../../review/view/placement'
import { learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'

/** Modules with something left to skip. Throws course_not_published. */
export const loadPlacement = async (
  scope: LearnerScope,
  { now }: { now: number },
): Promise<readonly PlacementModule[]> => placementModules(await learnerState(scope, now))

/** `modules`: none for the whole course. Throws invalid_input on an unknown one, course_not_published. */
export async function startPlacement(
  scope: LearnerScope,
  { modules, now }: { modules: readonly string[]; now: number },
): Promise<PlacementPayload> {
  const learner = await learnerState(scope, now)
  const known = new Set<string>(learner.look.catalogue.course.modules.map(({ id }) => id))
  const unknown = modules.find((id) => !known.has(id))
  if (unknown !== undefined) {
    throw new AppError('invalid_input', `The course has no module “${unknown}”. Choose again.`)
  }
  return placementPayload(learner, modules, scope.user.id)
}
