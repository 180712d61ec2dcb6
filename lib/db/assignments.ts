import 'server-only'
import type { Assignment, Extension } from '../cohort/assignment'
import {
  asCohortId,
  asLessonId,
  asModuleId,
  asUserId,
  type CohortId,
  type UserId,
} from '../kernel/ids'
import { asStudyDay } from '../kernel/study-day'
import { database } from './client'
import type { Prisma } from './generated/client'

type Row = Prisma.AssignmentGetPayload<{ include: { extensions: true } }>

function toAssignment(row: Row): Assignment {
  const extensions = new Map<UserId, Extension>(
    row.extensions.map(({ userId, dueDay, note }) => [
      asUserId(userId),
      { dueDay: asStudyDay(dueDay), note },
    ]),
  )
  return {
    id: row.id,
    cohortId: asCohortId(row.cohortId),
    target:
      row.kind === 'module'
        ? { kind: 'module', id: asModuleId(row.targetId) }
        : { kind: 'lesson', id: asLessonId(row.targetId) },
    due:
      row.dueDay === null
        ? { kind: 'after-joining', days: row.dueAfterDays ?? 0 }
        : { kind: 'day', day: asStudyDay(row.dueDay) },
    targetReadiness: row.targetReadiness,
    extensions,
  }
}

/** What a cohort is assigned, the oldest first. */
export async function assignmentsOf(cohortId: CohortId): Promise<Assignment[]> {
  const rows = await database().assignment.findMany({
    where: { cohortId },
    include: { extensions: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toAssignment)
}
