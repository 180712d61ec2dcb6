import 'server-only'
import { assignmentsDueFrom, type OwnAssignment } from '../db/learner-assignments'
import type { User } from '../db/users'
import type { StudyDay } from '../kernel/study-day'
import type { PublishedCourse } from './current-course'

export type TitledAssignment = {
  readonly id: string
  readonly title: string
  readonly dueDay: StudyDay
}

/** What an analyst is asked to know from `today` on, by day, in the course's words. */
export async function ownAssignments(
  user: Pick<User, 'id' | 'clock'>,
  today: StudyDay,
  { look }: PublishedCourse,
): Promise<TitledAssignment[]> {
  const titleOf = ({ target }: OwnAssignment): string | undefined =>
    target.kind === 'module' ? look.module(target.id)?.title : look.lesson(target.id)?.title
  const due = await assignmentsDueFrom(user.id, today, user.clock)
  return due.flatMap((assignment) => {
    const title = titleOf(assignment)
    // What the course no longer holds cannot be asked for.
    return title === undefined ? [] : [{ id: assignment.id, title, dueDay: assignment.dueDay }]
  })
}
