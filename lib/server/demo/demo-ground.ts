import 'server-only'
import { coursesOf } from '../../course/courses'
import type { Catalogue } from '../../course/types'
import type { DemoPlan } from '../../db/operate/demo-fill'
import { analystAt, startOf } from '../../demo/analyst'
import { coreAssignments, demoAssignments } from '../../demo/demo-assignments'
import { cohortsFor, INSTRUCTORS } from '../../demo/demo-cohorts'
import { NEWCOMERS_COHORT, newcomersOf } from '../../demo/newcomers'
import { uuidAt } from '../../demo/seeded-ids'
import { DAY_MS } from '../../kernel/duration'
import { asCohortId, asUserId } from '../../kernel/ids'
import { seededRandom } from '../../kernel/seeded-random'
import { studyDayOf } from '../../kernel/study-day'

/** Notes of instructors about learners, by index. */
const NOTES = [
  {
    analyst: 3,
    daysAgo: 12,
    text: 'Called: works at the night desk now, and will review in the mornings again.',
  },
  { analyst: 3, daysAgo: 4, text: 'Has not started yet. We agreed on ten minutes a day.' },
  { analyst: 0, daysAgo: 9, text: 'Can take the sign-off exam earlier than the others.' },
] as const

/** The instructors, the cohorts with their assignments, and the notes about learners. */
export function demoGround(plan: DemoPlan, passwordHash: string, catalogue: Catalogue) {
  const createdAt = startOf(plan)
  const courses = coursesOf(catalogue).map(({ id }) => id)
  const random = seededRandom(`${plan.seed}/ground`)
  const made = cohortsFor(plan.learners)
  const count = Math.max(...made.flatMap((cohort) => [...cohort.instructors])) + 1
  const instructors = INSTRUCTORS.slice(0, count).map((person) => ({
    ...person,
    id: asUserId(uuidAt(createdAt, random)),
    role: 'instructor' as const,
    passwordHash,
    zone: 'Europe/London',
    createdAt,
  }))
  const idAt = (index: number) => {
    const person = instructors[index]
    if (!person) throw new Error(`There is no instructor ${index}`)
    return person.id
  }
  const cohorts = made.map(({ name, instructors: [first, ...others] }) => ({
    id: asCohortId(uuidAt(createdAt, random)),
    name,
    courses,
    instructorIds: [idAt(first), ...[...others].map(idAt)] as const,
  }))
  const [first, ...others] = instructors
  const [intake] = cohorts
  if (!first || !intake) throw new Error('A demo needs an instructor and a cohort')
  const assignments = cohorts.flatMap(({ id: cohortId, instructorIds: [createdById] }) =>
    demoAssignments(catalogue, plan.days).map((assignment) => ({
      ...assignment,
      id: uuidAt(createdAt, random),
      cohortId,
      createdById,
    })),
  )
  const notes = NOTES.filter(({ analyst }) => analyst < plan.learners).map(
    ({ analyst, daysAgo, text }) => ({
      id: uuidAt(createdAt, random),
      userId: analystAt(analyst, plan).id,
      text,
      // The first learners are in the first cohort.
      cohortId: intake.id,
      authorId: first.id,
      at: plan.now - daysAgo * DAY_MS,
    }),
  )
  // Drawn last, so that everything else is the same with and without it.
  const newcomers =
    newcomersOf(plan.learners).length === 0
      ? undefined
      : {
          id: asCohortId(uuidAt(createdAt, random)),
          name: NEWCOMERS_COHORT,
          courses,
          instructorIds: [first.id] as const,
        }
  const today = studyDayOf(plan.now, { zone: first.zone, rolloverHour: 4 })
  const core =
    newcomers === undefined
      ? []
      : coreAssignments(catalogue, today).map((assignment) => ({
          ...assignment,
          id: uuidAt(createdAt, random),
          cohortId: newcomers.id,
          createdById: first.id,
        }))
  return {
    plan,
    instructors: [first, ...others] as const,
    cohorts,
    newcomers,
    assignments: [...assignments, ...core],
    notes,
    createdAt,
  }
}
