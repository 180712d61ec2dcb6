import 'server-only'
import { z } from 'zod'
import { asCohortId, type CohortId, type UserId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
import { database } from '../connection/client'
import { type Reading, reading } from '../connection/read-together'
import type { Prisma } from '../generated/client'
import type { User } from '../people/users'

export type Cohort = {
  readonly id: CohortId
  readonly name: string
  /** Read only from then on. */
  readonly archived: boolean
  /** The ids of the courses that it learns; empty for whatever there is. */
  readonly courses: readonly string[]
}
export type CohortMember = User & {
  readonly roleInCohort: Role
  /** Instant (ms): an analyst's own clock begins there. */
  readonly joinedAt: number
}

const toCohort = (row: {
  id: string
  name: string
  archivedAt: Date | null
  courses: string[]
}): Cohort => ({
  id: asCohortId(row.id),
  name: row.name,
  archived: row.archivedAt !== null,
  courses: row.courses,
})

export const instructedBy = (userId: UserId) =>
  ({ memberships: { some: { userId, role: 'instructor' } } }) satisfies Prisma.CohortWhereInput

/** In the order of their names. */
export const BY_NAME = [
  { name: 'asc' },
  { id: 'asc' },
] satisfies Prisma.CohortOrderByWithRelationInput[]

/** Makes the cohort with its first instructor. */
export async function insertCohort(
  cohort: Pick<Cohort, 'id' | 'name' | 'courses'> & { createdAt: number; createdById: UserId },
): Promise<void> {
  const createdAt = new Date(cohort.createdAt)
  await database().cohort.create({
    data: {
      id: cohort.id,
      name: cohort.name,
      courses: [...cohort.courses],
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
    where: { id: cohortId, ...instructedBy(instructorId) },
  })
  return row && toCohort(row)
}

export async function findCohort(cohortId: CohortId): Promise<Cohort | null> {
  const row = await database().cohort.findUnique({ where: { id: cohortId } })
  return row && toCohort(row)
}

/** The cohorts a person instructs that are not archived, by name. */
export async function openCohorts(instructorId: UserId): Promise<Cohort[]> {
  const where = { archivedAt: null, ...instructedBy(instructorId) }
  return (await database().cohort.findMany({ where, orderBy: BY_NAME })).map(toCohort)
}

/** Every cohort that is not archived. */
export async function unarchivedCohorts(): Promise<Cohort[]> {
  return (await database().cohort.findMany({ where: { archivedAt: null } })).map(toCohort)
}

export async function updateCohortName(id: CohortId, name: string): Promise<void> {
  await database().cohort.update({ where: { id }, data: { name } })
}

export async function updateCohortCourses(id: CohortId, courses: readonly string[]): Promise<void> {
  await database().cohort.update({ where: { id }, data: { courses: [...courses] } })
}

/** `at` null: opens it again. */
export async function markArchived(id: CohortId, at: number | null): Promise<void> {
  const archivedAt = at === null ? null : new Date(at)
  await database().cohort.update({ where: { id }, data: { archivedAt } })
}

/** Their clock goes along: they joined the new cohort when they joined the old one. False when they learn in it already. */
export async function moveLearner(userId: UserId, from: CohortId, to: CohortId): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const there = await tx.membership.findUnique({
      where: { userId_cohortId: { userId, cohortId: to } },
    })
    if (there) return false
    await tx.membership.update({
      where: { userId_cohortId: { userId, cohortId: from } },
      data: { cohortId: to },
    })
    return true
  })
}

/** The same for several, all or nobody: false when one of them is not in the one or is in the other already. */
export async function moveLearners(
  userIds: readonly UserId[],
  from: CohortId,
  to: CohortId,
): Promise<boolean> {
  const people = { userId: { in: [...userIds] } }
  const there = await database().membership.count({ where: { ...people, cohortId: to } })
  if (there > 0) return false
  const { count } = await database().membership.updateMany({
    where: { ...people, cohortId: from, role: 'learner' },
    data: { cohortId: to },
  })
  return count === userIds.length
}

/** Which of these people are in a cohort already. */
export async function membersAmong(
  cohortIds: readonly CohortId[],
  userIds: readonly UserId[],
): Promise<readonly { readonly cohortId: CohortId; readonly userId: string }[]> {
  const rows = await database().membership.findMany({
    where: { cohortId: { in: [...cohortIds] }, userId: { in: [...userIds] } },
  })
  return rows.map(({ cohortId, userId }) => ({ cohortId: asCohortId(cohortId), userId }))
}

/** A person in a cohort: as what, and since when (ms). */
export type Membership = {
  readonly userId: UserId
  readonly role: Role
  readonly joinedAt: number
}

/** False when they are in it already. */
export async function insertMember(cohortId: CohortId, member: Membership): Promise<boolean> {
  const { userId, role, joinedAt } = member
  const { count } = await database().membership.createMany({
    data: [{ userId, cohortId, role, joinedAt: new Date(joinedAt) }],
    skipDuplicates: true,
  })
  return count > 0
}

/**
 * Takes somebody out of a cohort, and returns what they were in it; nothing they did is deleted.
 * `last`: it would leave the cohort without an instructor who can sign in, and two who leave at once
 * are told apart by the lock.
 */
export async function removeMember(
  userId: UserId,
  cohortId: CohortId,
): Promise<Membership | 'last' | 'no-member'> {
  return database().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Cohort" WHERE "id" = ${cohortId}::uuid FOR UPDATE`
    const others = await tx.membership.count({
      where: {
        cohortId,
        role: 'instructor',
        userId: { not: userId },
        user: { disabledAt: null },
      },
    })
    const own = await tx.membership.findUnique({ where: { userId_cohortId: { userId, cohortId } } })
    if (!own) return 'no-member'
    if (own.role === 'instructor' && others === 0) return 'last'
    await tx.membership.deleteMany({ where: { userId, cohortId } })
    return { userId, role: own.role, joinedAt: own.joinedAt.getTime() }
  })
}

const openRow = z.object({ id: z.string().transform(asCohortId), name: z.string() })

/** Cohorts a person instructs that are not archived, by name; none for `instructorId` null. */
export const openCohortsOf = (
  instructorId: UserId | null,
): Reading<Pick<Cohort, 'id' | 'name'>[]> =>
  reading((json) => z.array(openRow).parse(json))`
    SELECT coalesce(json_agg(json_build_object('id', c."id", 'name', c."name")
      ORDER BY c."name", c."id"), '[]')
    FROM "Membership" m JOIN "Cohort" c ON c."id" = m."cohortId"
    WHERE m."userId" = ${instructorId}::uuid AND m."role" = 'instructor'
      AND c."archivedAt" IS NULL`
