import type { UserId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'
import { type Assignment, dueDayOf } from './assignment'
import { partOfTarget } from './part'
import type { SceneCourse } from './scene'

/** The targets assigned to a learner, sorted by their due day. */
export const assignedTargets = (
  assignments: readonly Assignment[],
  userId: UserId,
  joinedDay: StudyDay,
): readonly Assignment['target'][] =>
  assignments
    .toSorted((a, b) => dueDayOf(a, userId, joinedDay) - dueDayOf(b, userId, joinedDay))
    .map(({ target }) => target)

/**
 * All questions in the order in which a learner starts them: assigned ones first, then in course
 * order.
 */
export function planOrder(
  course: SceneCourse,
  assigned: readonly Assignment['target'][],
): readonly number[] {
  const first = assigned.flatMap((target) => partOfTarget(course, target).questions)
  const all = course.catalogue.questions.map((_, place) => place)
  return [...new Set([...first, ...all])]
}
