import 'server-only'
import { asCohortId, asUserId, type CohortId, type UserId } from '../kernel/ids'
import { database } from './client'
import { type Role, toUser, type User } from './users'

export type Cohort = { readonly id: CohortId; readonly name: string }
export type CohortMember = User & {
  readonly roleInCohort: Role
  /** Instant (ms): an analyst's own clock begins there. */
  readonly joinedAt: number
}

const toCohort = (row: { id: string; name: string }): Cohort => ({
  id: asCohortId(row.id),
  name: row.name,
})

/** Makes the cohort with its first instructor. */
export async function insertCohort(
  cohort: Cohort & { createdAt: number; createdById: UserId },
): Promise<void> {
  const createdAt = new Date(cohort.createdAt)
  await database().cohort.create({
    data: {
      id: cohort.id,
      name: cohort.name,
      createdAt,
      createdById: cohort.createdById,
      memberships: {
        create: { userId: cohort.createdById, role: 'instructor', joinedAt: createdAt },
      },
    },
  })
}

/** The cohort, if this person instructs it. */
export async function findInstructedCohort(
  instructorId: UserId,
  cohortId: CohortId,
): Promise<Cohort | null> {
  const row = await database().cohort.findFirst({
    where: { id: cohortId, memberships: { some: { userId: instructorId, role: 'instructor' } } },
  })
  return row && toCohort(row)
}

export async function findCohort(cohortId: CohortId): Promise<Cohort | null> {
  const row = await database().cohort.findUnique({ where: { id: cohortId } })
  return row && toCohort(row)
}

/** Cohorts by name with their learners; `instructorId` null lists all. */
export async function cohortsWithLearners(
  instructorId: UserId | null,
): Promise<(Cohort & { learnerIds: UserId[] })[]> {
  const rows = await database().cohort.findMany({
    where: instructorId
      ? { memberships: { some: { userId: instructorId, role: 'instructor' } } }
      : {},
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: { memberships: { where: { role: 'learner' }, select: { userId: true } } },
  })
  return rows.map((row) => ({
    ...toCohort(row),
    learnerIds: row.memberships.map((membership) => asUserId(membership.userId)),
  }))
}

/** Everybody in a cohort, by name. */
export async function cohortMembers(cohortId: CohortId): Promise<CohortMember[]> {
  const rows = await database().membership.findMany({
    where: { cohortId },
    include: { user: true },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
  })
  return rows.map((row) => ({
    ...toUser(row.user),
    roleInCohort: row.role,
    joinedAt: row.joinedAt.getTime(),
  }))
}

/** Who learns in a cohort, in no promised order. */
export async function cohortLearnerIds(cohortId: CohortId): Promise<UserId[]> {
  const rows = await database().membership.findMany({
    where: { cohortId, role: 'learner' },
    select: { userId: true },
  })
  return rows.map(({ userId }) => asUserId(userId))
}

/** Every cohort that is not archived. */
export async function unarchivedCohorts(): Promise<Cohort[]> {
  return (await database().cohort.findMany({ where: { archivedAt: null } })).map(toCohort)
}
