import 'server-only'
import { type Assignment, dueDayOf } from '../cohort/assignment'
import type { LookUp } from '../course/look-up'
import type { AssignmentToMe } from '../db/cohort/own-assignments'
import type { User } from '../db/people/users'
import { type StudyDay, studyDayOf } from '../kernel/study-day'
import type { OwnAssignment } from '../review/own-assignment'

/** What an analyst is asked to know on `from` or later, by day, in the course's words. */
export function ownAssignments(
  { id: userId, clock }: User,
  look: LookUp,
  assigned: readonly AssignmentToMe[],
  from: StudyDay,
): OwnAssignment[] {
  return assigned
    .flatMap(({ assignment, joinedAt }) => {
      const { id, target, reach, targetReadiness } = assignment
      const dueDay = dueDayOf(assignment, userId, studyDayOf(joinedAt, clock))
      const title = titleOf(assignment, look)
      // What the course no longer holds cannot be asked for.
      return title === undefined || dueDay < from
        ? []
        : [{ id, title, dueDay, target, reach, targetReadiness }]
    })
    .sort((a, b) => a.dueDay - b.dueDay)
}

const titleOf = ({ target }: Assignment, look: LookUp): string | undefined =>
  (target.kind === 'module' ? look.module(target.id) : look.lesson(target.id))?.title
