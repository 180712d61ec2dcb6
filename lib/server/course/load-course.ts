import 'server-only'
import { type CourseView, courseView } from '../../review/view/course'
import { learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { ownAssignments } from '../study/own-assignments'

/** Throws course_not_published. */
export async function loadCourse(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<CourseView> {
  const learner = await learnerState(scope, now)
  return courseView(learner, await ownAssignments(scope, learner.today, learner.look))
}
