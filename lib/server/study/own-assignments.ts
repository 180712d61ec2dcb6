import 'server-only'
import { type Assignment, dueDayOf } from '../../cohort/assignment'
import type { LookUp } from '../../course/look-up'
import { assignmentsOf } from '../../db/cohort/assignments'
import { cohortsLearntIn } from '../../db/cohort/memberships'
import { type StudyDay, studyDayOf } from '../../kernel/study-day'
import type { OwnAssignment } from '../../review/own-assignment'
import type { LearnerScope } from '../scope'

/** What an analyst is asked to know on `from` or later, by day, in the course's words. */
export async function ownAssignments(
  { user }: LearnerScope,
  from: StudyDay,
  look: LookUp,
): Promise<OwnAssignment[]> {
  const cohorts = await cohortsLearntIn(user.id)
  const own = await Promise.all(
    cohorts.map(async ({ cohortId, joinedAt }) => {
      const joinedDay = studyDayOf(joinedAt, user.clock)
      return (await assignmentsOf(cohortId)).flatMap((assignment) => {
        const { target, targetReadiness } = assignment
        const dueDay = dueDayOf(assignment, user.id, joinedDay)
        const title = titleOf(assignment, look)
        // What the course no longer holds cannot be asked for.
        return title === undefined || dueDay < from
          ? []
          : [{ id: assignment.id, title, dueDay, target, targetReadiness }]
      })
    }),
  )
  return own.flat().sort((a, b) => a.dueDay - b.dueDay)
}

const titleOf = ({ target }: Assignment, look: LookUp): string | undefined =>
  (target.kind === 'module' ? look.module(target.id) : look.lesson(target.id))?.title
