import { type Reach, reaches, reachIn } from '../course/reach'
import type { UserId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'
import { introductionOrder, waitingOf } from '../review/introduction-order'
import { type Assignment, dueDayOf } from './assignment'
import type { PlanOrder } from './kept-plan'
import { partOfTarget } from './part'
import type { SceneCourse } from './scene'

type Assigned = Pick<Assignment, 'target' | 'reach'>

/**
 * What is assigned to a learner, sorted by the due day, with the reach in force: what the
 * assignment asks, or what they chose themselves if it is past.
 */
export const assignedParts = (
  assignments: readonly Assignment[],
  own: Reach,
  { userId, joinedDay, today }: { userId: UserId; joinedDay: StudyDay; today: StudyDay },
): readonly Assigned[] =>
  assignments
    .map((assignment) => ({ assignment, dueDay: dueDayOf(assignment, userId, joinedDay) }))
    .toSorted((a, b) => a.dueDay - b.dueDay)
    .map(({ assignment: { target, reach }, dueDay }) => ({
      target,
      reach: dueDay < today ? own : reach,
    }))

/**
 * Assigned questions first, then the others of the learner's own reach, each in the order of
 * `introductionOrder`.
 */
export function planOrder(
  course: SceneCourse,
  own: Reach,
  assigned: readonly Assigned[],
): PlanOrder {
  const { questions } = course.catalogue
  const within = reachIn(course.look, own)
  const all = questions.map((_, place) => place)
  const inOrder = (places: readonly number[]) =>
    introductionOrder(
      places.flatMap((place) => {
        const question = questions[place]
        return question === undefined ? [] : [{ ...waitingOf(question), place }]
      }),
    ).map(({ place }) => place)
  const asked = assigned.flatMap((part) => inOrder(partOfTarget(course, part).questions))
  const chosen = all.filter((place) => {
    const question = questions[place]
    return question !== undefined && reaches(within, question)
  })
  const first = [...new Set([...asked, ...inOrder(chosen)])]
  const started = new Set(first)
  return { first, waiting: all.filter((place) => !started.has(place)) }
}
