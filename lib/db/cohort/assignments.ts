import 'server-only'
import { z } from 'zod'
import type { Assignment, Extension } from '../../cohort/assignment'
import { REACHES } from '../../course/reach'
import {
  asCohortId,
  asLessonId,
  asModuleId,
  asUserId,
  type CohortId,
  type UserId,
} from '../../kernel/ids'
import { asStudyDay } from '../../kernel/study-day'
import { database } from '../connection/client'
import { jsonList } from '../connection/json-rows'
import type {
  AssignmentExtension as ExtensionRow,
  Assignment as StoredRow,
} from '../generated/client'

type Row = Omit<StoredRow, 'createdAt' | 'createdById'> & {
  readonly extensions: readonly Pick<ExtensionRow, 'userId' | 'dueDay' | 'note'>[]
}

/** The same columns as a statement of our own gives them in JSON. */
export const assignmentRow = z.object({
  id: z.string(),
  cohortId: z.string(),
  kind: z.string(),
  targetId: z.string(),
  reach: z.enum(REACHES),
  dueDay: z.number().nullable(),
  dueAfterDays: z.number().nullable(),
  targetReadiness: z.number(),
  extensions: jsonList(z.object({ userId: z.string(), dueDay: z.number(), note: z.string() })),
})

export function toAssignment(row: Row): Assignment {
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
    reach: row.reach,
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

type AssignmentRow = Omit<Assignment, 'extensions'>

const columnsOf = ({ target, reach, due, targetReadiness }: AssignmentRow) => ({
  kind: target.kind,
  targetId: target.id,
  reach,
  targetReadiness,
  dueDay: due.kind === 'day' ? due.day : null,
  dueAfterDays: due.kind === 'after-joining' ? due.days : null,
})

export async function insertAssignment(
  assignment: AssignmentRow,
  by: { readonly createdById: UserId; readonly createdAt: number },
): Promise<void> {
  const { id, cohortId } = assignment
  const createdAt = new Date(by.createdAt)
  await database().assignment.create({
    data: { id, cohortId, ...columnsOf(assignment), createdById: by.createdById, createdAt },
  })
}

/** False when the cohort has no such assignment. Extensions stay. */
export async function updateAssignment(assignment: AssignmentRow): Promise<boolean> {
  const { id, cohortId } = assignment
  const { count } = await database().assignment.updateMany({
    where: { id, cohortId },
    data: columnsOf(assignment),
  })
  return count > 0
}

/** False when the cohort has no such assignment. */
export async function deleteAssignment(cohortId: CohortId, id: string): Promise<boolean> {
  return (await database().assignment.deleteMany({ where: { id, cohortId } })).count > 0
}

/** In place of an earlier one. */
export async function putExtension(
  assignmentId: string,
  userId: UserId,
  extension: Extension & { readonly byId: UserId; readonly at: number },
): Promise<void> {
  const data = { ...extension, at: new Date(extension.at) }
  await database().assignmentExtension.upsert({
    where: { assignmentId_userId: { assignmentId, userId } },
    create: { assignmentId, userId, ...data },
    update: data,
  })
}

export async function removeExtension(assignmentId: string, userId: UserId): Promise<void> {
  await database().assignmentExtension.deleteMany({ where: { assignmentId, userId } })
}

/** An extension as it is stored, with who gave it and when. */
export type StoredExtension = Extension & { readonly byId: UserId; readonly at: number }

/** Those of these people, to be put back by `putExtensions`. */
export async function extensionsOf(
  assignmentId: string,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<UserId, StoredExtension>> {
  const rows = await database().assignmentExtension.findMany({
    where: { assignmentId, userId: { in: [...userIds] } },
  })
  return new Map(
    rows.map(({ userId, dueDay, note, byId, at }) => [
      asUserId(userId),
      { dueDay: asStudyDay(dueDay), note, byId: asUserId(byId), at: at.getTime() },
    ]),
  )
}

/** Sets the extension of each of these people, or removes it where there is none. */
export async function putExtensions(
  assignmentId: string,
  extensions: ReadonlyMap<UserId, StoredExtension | null>,
): Promise<void> {
  const db = database()
  await db.assignmentExtension.deleteMany({
    where: { assignmentId, userId: { in: [...extensions.keys()] } },
  })
  await db.assignmentExtension.createMany({
    data: [...extensions].flatMap(([userId, extension]) =>
      extension === null
        ? []
        : [{ assignmentId, userId, ...extension, at: new Date(extension.at) }],
    ),
  })
}
