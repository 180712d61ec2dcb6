import 'server-only'
import type { Assignment } from '../../cohort/assignment'
import type { CohortId, UserId } from '../../kernel/ids'
import { isoDate } from '../../kernel/study-day'
import { standingOf } from './cohort-risk'
import { type CohortScene, cohortScene } from './cohort-scene'

export type AssignmentPerson = {
  readonly userId: UserId
  readonly name: string
  /** `YYYY-MM-DD` by their own clock. */
  readonly due: string
  readonly daysLeft: number
  /** Null: the usual day. */
  readonly extension: string | null
  /** Ready today, and on the day at their present pace; 0 to 1. */
  readonly today: number
  readonly atPace: number
}

export type AssignmentRow = {
  readonly id: string
  readonly title: string
  readonly target: Assignment['target']
  readonly due: Assignment['due']
  readonly targetReadiness: number
  /** Analysts whose target is reached today, those whose day is past without it, and the others. */
  readonly reached: number
  readonly missed: number
  readonly ahead: number
  /** The nearest day first. */
  readonly people: readonly AssignmentPerson[]
}

export type AssignmentsView = {
  readonly cohortName: string
  readonly archived: boolean
  readonly analysts: readonly { readonly userId: UserId; readonly name: string }[]
  readonly assignments: readonly AssignmentRow[]
  readonly choices: readonly {
    readonly id: string
    readonly title: string
    readonly lessons: readonly { readonly id: string; readonly title: string }[]
  }[]
}

/** Throws not_allowed, not_found, course_not_published. */
export async function loadAssignments(input: {
  readonly actorId: UserId
  readonly cohortId: CohortId
  readonly now: number
}): Promise<AssignmentsView> {
  const scene = await cohortScene(input)
  const { catalogue, look } = scene.course
  const people = peopleByAssignment(scene)
  return {
    cohortName: scene.cohort.name,
    archived: scene.cohort.archived,
    analysts: scene.analysts.map(({ user }) => ({ userId: user.id, name: user.name })),
    assignments: scene.assignments.map((assignment) => rowOf(assignment, people, scene)),
    choices: catalogue.course.modules.map(({ id, title }) => ({
      ...{ id, title },
      lessons: look.lessonsOfModule(id).map((lesson) => ({ id: lesson.id, title: lesson.title })),
    })),
  }
}

function rowOf(
  assignment: Assignment,
  people: ReadonlyMap<string, readonly AssignmentPerson[]>,
  { course: { look } }: CohortScene,
): AssignmentRow {
  const { id, target, due, targetReadiness } = assignment
  const own = people.get(id) ?? []
  const reached = own.filter(({ today }) => today >= targetReadiness).length
  const missed = own.filter((each) => each.today < targetReadiness && each.daysLeft < 0).length
  const title =
    target.kind === 'module' ? look.module(target.id)?.title : look.lesson(target.id)?.title
  return {
    ...{ id, target, due, targetReadiness, reached, missed },
    title: title ?? target.id,
    ahead: own.length - reached - missed,
    people: own,
  }
}

function peopleByAssignment(scene: CohortScene): ReadonlyMap<string, readonly AssignmentPerson[]> {
  const found = new Map<string, AssignmentPerson[]>()
  for (const analyst of scene.analysts) {
    const { id: userId, name } = analyst.user
    for (const { assignment, dueDay, daysLeft, today, atPace } of standingOf(scene, analyst)
      .deadlines) {
      const people = found.get(assignment.id) ?? []
      const extension = assignment.extensions.get(userId)?.note ?? null
      people.push({ userId, name, due: isoDate(dueDay), daysLeft, extension, today, atPace })
      found.set(assignment.id, people)
    }
  }
  for (const people of found.values()) people.sort((a, b) => a.daysLeft - b.daysLeft)
  return found
}
