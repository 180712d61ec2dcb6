import 'server-only'
import { titleOfTarget } from '../../cohort/part'
import { membersAmong, openCohorts } from '../../db/cohort/cohorts'
import type { CohortId, UserId } from '../../kernel/ids'
import { requireCourse } from '../current-course'
import { groundOf } from '../ground-of'
import type { InstructedCohortScope } from '../scope'
import { dueWord } from './due-day'

/** What is said of several analysts before something is done with all of them. */
export type SeveralGround = {
  readonly assignments: readonly {
    readonly id: string
    readonly title: string
    readonly due: string
    /** How many of them have an extension that would be replaced. */
    readonly extended: number
  }[]
  /** The other cohorts of the viewer, and how many of them are there already. */
  readonly cohorts: readonly {
    readonly id: CohortId
    readonly name: string
    readonly there: number
  }[]
}

/** Throws course_not_published. */
export async function describeSeveral(
  scope: InstructedCohortScope,
  { people }: { readonly people: readonly UserId[] },
): Promise<SeveralGround> {
  const [course, ground, open] = await Promise.all([
    requireCourse(scope),
    groundOf(scope),
    openCohorts(scope.viewer.id),
  ])
  const others = open.filter(({ id }) => id !== scope.cohort.id)
  const there = await membersAmong(
    others.map(({ id }) => id),
    people,
  )
  return {
    assignments: ground.assignments.map(({ id, target, due, extensions }) => ({
      id,
      title: titleOfTarget(course, target),
      due: dueWord(due),
      extended: people.filter((userId) => extensions.has(userId)).length,
    })),
    cohorts: others.map(({ id, name }) => ({
      id,
      name,
      there: there.filter(({ cohortId }) => cohortId === id).length,
    })),
  }
}
