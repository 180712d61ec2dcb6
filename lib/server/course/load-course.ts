import 'server-only'
import { assignmentsTo } from '../../db/cohort/own-assignments'
import { type CourseView, courseView } from '../../review/view/course'
import { learnerStateAnd } from '../learner-state'
import type { LearnerScope } from '../scope'
import { ownAssignments } from '../study/own-assignments'

/** Throws course_not_published. */
export async function loadCourse(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<CourseView> {
  const { learner, also: assigned } = await learnerStateAnd(
    scope,
    now,
    assignmentsTo(scope.user.id),
  )
  return courseView(learner, ownAssignments(learner, assigned, learner.today))
}
