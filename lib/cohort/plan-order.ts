import type { UserId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'
import { type Assignment, dueDayOf } from './assignment'
import { partOfTarget } from './part'
import type { SceneCourse } from './scene'

/** What a learner is assigned, by the day it is due for them. */
export const assignedTargets = (
  assignments: readonly Assignment[],
  userId: UserId,
  joinedDay: StudyDay,
): readonly Assignment['target'][] =>
  assignments
    .toSorted((a, b) => dueDayOf(a, userId, joinedDay) - dueDayOf(b, userId, joinedDay))
    .map(({ target }) => target)

/** Every question in the order in which a learner begins it: first what is assigned, then the course's order. */
export function planOrder(
  course: SceneCourse,
  assigned: readonly Assignment['target'][],
): readonly number[] {
  const first = assigned.flatMap((target) => partOfTarget(course, target).questions)
  const all = course.catalogue.questions.map((_, place) => place)
  return [...new Set([...first, ...all])]
}
