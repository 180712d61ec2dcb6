import 'server-only'
import { type SetAsideView, setAsideView } from '../../review/view/set-aside'
import { learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'

/** Throws course_not_published. */
export const loadSetAside = async (
  scope: LearnerScope,
  { now }: { now: number },
): Promise<SetAsideView> => setAsideView(await learnerState(scope, now))
