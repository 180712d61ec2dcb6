import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { CohortId, UserId } from '../kernel/ids'
import { database } from './client'
import { type NewUser, newUserRow } from './users'

/** What decides every answer of a demo. */
export type DemoPlan = {
  readonly learners: number
  readonly days: number
  readonly seed: number
  readonly now: number
}

const KIND = 'demo_begun'

/** The demo that this database holds, whole or in part; null when none was begun. */
export async function findDemoPlan(): Promise<DemoPlan | null> {
  const row = await database().auditEvent.findFirst({ where: { kind: KIND } })
  const detail = row?.detail
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return null
  const { learners, days, seed, now } = detail
  return typeof learners === 'number' &&
    typeof days === 'number' &&
    typeof seed === 'number' &&
    typeof now === 'number'
    ? { learners, days, seed, now }
    : null
}

/** Instructors and cohorts, and which demo this is, in one transaction. */
export async function beginDemo(ground: {
  plan: DemoPlan
  instructors: readonly NewUser[]
  cohorts: readonly { id: CohortId; name: string; instructorIds: readonly [UserId, ...UserId[]] }[]
  createdAt: number
}): Promise<void> {
  const db = database()
  const createdAt = new Date(ground.createdAt)
  await db.$transaction([
    db.user.createMany({ data: ground.instructors.map(newUserRow) }),
    db.cohort.createMany({
      data: ground.cohorts.map(({ id, name, instructorIds: [createdById] }) => ({
        ...{ id, name, createdAt, createdById },
      })),
    }),
    db.membership.createMany({
      data: ground.cohorts.flatMap(({ id, instructorIds }) =>
        instructorIds.map((userId) => ({
          ...{ userId, cohortId: id, joinedAt: createdAt },
          role: 'instructor' as const,
        })),
      ),
    }),
    db.auditEvent.create({
      data: { id: uuidv7(), at: createdAt, actorId: null, kind: KIND, detail: { ...ground.plan } },
    }),
  ])
}
