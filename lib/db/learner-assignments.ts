import 'server-only'
import { asLessonId, asModuleId, type LessonId, type ModuleId, type UserId } from '../kernel/ids'
import { addDays, asStudyDay, type DayClock, type StudyDay, studyDayOf } from '../kernel/study-day'
import { database } from './client'

/** An assignment as it falls on one analyst. */
export type OwnAssignment = {
  readonly id: string
  readonly target:
    | { readonly kind: 'module'; readonly id: ModuleId }
    | { readonly kind: 'lesson'; readonly id: LessonId }
  readonly dueDay: StudyDay
}

/** What this person's cohorts ask of them from `from` on, by day. Archived cohorts ask nothing. */
export async function assignmentsDueFrom(
  userId: UserId,
  from: StudyDay,
  clock: DayClock,
): Promise<OwnAssignment[]> {
  const rows = await database().membership.findMany({
    where: { userId, role: 'learner', cohort: { archivedAt: null } },
    select: {
      joinedAt: true,
      cohort: {
        select: { assignments: { include: { extensions: { where: { userId }, take: 1 } } } },
      },
    },
  })
  return rows
    .flatMap(({ joinedAt, cohort }) => {
      const joinedDay = studyDayOf(joinedAt.getTime(), clock)
      return cohort.assignments.flatMap((row) => {
        const [extension] = row.extensions
        const due = extension?.dueDay ?? row.dueDay ?? addDays(joinedDay, row.dueAfterDays ?? 0)
        const target =
          row.kind === 'module'
            ? { kind: 'module' as const, id: asModuleId(row.targetId) }
            : { kind: 'lesson' as const, id: asLessonId(row.targetId) }
        return due >= from ? [{ id: row.id, target, dueDay: asStudyDay(due) }] : []
      })
    })
    .sort((a, b) => a.dueDay - b.dueDay)
}
