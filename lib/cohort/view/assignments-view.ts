import type { UserId } from '../../kernel/ids'
import { isoDate } from '../../kernel/study-day'
import type { Assignment } from '../assignment'
import { statusOf } from '../learner-status'
import { titleOfTarget } from '../part'
import type { CohortScene } from '../scene'
import { type Assignable, assignable } from './assignable'

export type AssignedLearner = {
  readonly userId: UserId
  readonly name: string
  /** `YYYY-MM-DD`, by the learner's own clock. */
  readonly due: string
  readonly daysLeft: number
  /** The reason for an extension, or null if there is none. */
  readonly extension: string | null
  /** Readiness today, and on the due day at the present pace, 0 to 1. */
  readonly today: number
  readonly atPace: number
}

export type AssignmentRow = {
  readonly id: string
  readonly title: string
  readonly target: Assignment['target']
  readonly reach: Assignment['reach']
  readonly due: Assignment['due']
  readonly targetReadiness: number
  /**
   * The numbers of learners who reach the target today, whose due day passed without it, and of the
   * others.
   */
  readonly reached: number
  readonly missed: number
  readonly ahead: number
  /** The nearest day comes first. */
  readonly people: readonly AssignedLearner[]
}

export type AssignmentsView = {
  readonly cohortName: string
  readonly archived: boolean
  readonly learners: readonly { readonly userId: UserId; readonly name: string }[]
  readonly assignments: readonly AssignmentRow[]
  /** What can be assigned, by course. */
  readonly courses: readonly Assignable[]
}

export function assignmentsView(scene: CohortScene): AssignmentsView {
  const { cohort, course, learners, assignments } = scene
  const people = peopleByAssignment(scene)
  return {
    cohortName: cohort.name,
    archived: cohort.archived,
    learners: learners.map(({ user }) => ({ userId: user.id, name: user.name })),
    assignments: assignments.map((assignment) =>
      rowOf(assignment, titleOfTarget(course, assignment.target), people.get(assignment.id) ?? []),
    ),
    courses: assignable(course),
  }
}

function rowOf(
  { id, target, reach, due, targetReadiness }: Assignment,
  title: string,
  people: readonly AssignedLearner[],
): AssignmentRow {
  const reached = people.filter(({ today }) => today >= targetReadiness).length
  const missed = people.filter(
    ({ today, daysLeft }) => today < targetReadiness && daysLeft < 0,
  ).length
  const ahead = people.length - reached - missed
  return { id, title, target, reach, due, targetReadiness, reached, missed, ahead, people }
}

function peopleByAssignment(scene: CohortScene): ReadonlyMap<string, readonly AssignedLearner[]> {
  const found = new Map<string, AssignedLearner[]>()
  for (const learner of scene.learners) {
    const { id: userId, name } = learner.user
    for (const status of statusOf(scene, learner).deadlines) {
      const { assignment, dueDay, daysLeft, today, atPace } = status
      const people = found.get(assignment.id) ?? []
      const extension = assignment.extensions.get(userId)?.note ?? null
      people.push({ userId, name, due: isoDate(dueDay), daysLeft, extension, today, atPace })
      found.set(assignment.id, people)
    }
  }
  for (const people of found.values()) people.sort((a, b) => a.daysLeft - b.daysLeft)
  return found
}
