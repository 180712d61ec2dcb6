import 'server-only'
import { type Assignment, dueDayOf } from '../cohort/assignment'
import { assignmentsOf } from '../db/assignments'
import { cohortsLearntIn } from '../db/memberships'
import type { User } from '../db/users'
import { type StudyDay, studyDayOf } from '../kernel/study-day'
import type { PublishedCourse } from './current-course'

type OwnAssignment = {
  readonly id: string
  readonly title: string
  readonly dueDay: StudyDay
}

/** What an analyst is asked to know from `today` on, by day, in the course's words. */
export async function ownAssignments(
  user: Pick<User, 'id' | 'clock'>,
  today: StudyDay,
  course: PublishedCourse,
): Promise<OwnAssignment[]> {
  const cohorts = await cohortsLearntIn(user.id)
  const own = await Promise.all(
    cohorts.map(async ({ cohortId, joinedAt }) => {
      const joinedDay = studyDayOf(joinedAt, user.clock)
      return (await assignmentsOf(cohortId)).flatMap((assignment) => {
        const dueDay = dueDayOf(assignment, user.id, joinedDay)
        const title = titleOf(assignment, course)
        // What the course no longer holds cannot be asked for.
        return title === undefined || dueDay < today ? [] : [{ id: assignment.id, title, dueDay }]
      })
    }),
  )
  return own.flat().sort((a, b) => a.dueDay - b.dueDay)
}

const titleOf = ({ target }: Assignment, { look }: PublishedCourse): string | undefined =>
  (target.kind === 'module' ? look.module(target.id) : look.lesson(target.id))?.title
