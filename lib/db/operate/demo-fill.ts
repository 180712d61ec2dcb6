import 'server-only'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { Reach } from '../../course/reach'
import { DAY_MS } from '../../kernel/duration'
import type { CohortId, ModuleId, UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import { type NewUser, newUserRow } from '../people/users'

/** What decides every answer of a demo. */
export type DemoPlan = {
  readonly learners: number
  readonly days: number
  readonly seed: number
  readonly now: number
}

const demoPlan: z.ZodType<DemoPlan> = z.object({
  learners: z.number(),
  days: z.number(),
  seed: z.number(),
  now: z.number(),
})

const KIND = 'demo_begun'

/** The demo that this database contains, completely or in part; null for none. */
export async function findDemoPlan(): Promise<DemoPlan | null> {
  const row = await database().auditEvent.findFirst({ where: { kind: KIND } })
  return demoPlan.safeParse(row?.detail).data ?? null
}

/** Instructors and cohorts, and which demo this is, in one transaction. */
export async function beginDemo(ground: {
  plan: DemoPlan
  instructors: readonly NewUser[]
  cohorts: readonly {
    id: CohortId
    name: string
    courses: readonly string[]
    instructorIds: readonly [UserId, ...UserId[]]
  }[]
  assignments: readonly {
    id: string
    cohortId: CohortId
    module: ModuleId
    reach: Reach
    dueDay: number | null
    dueAfterDays: number | null
    targetReadiness: number
    createdById: UserId
  }[]
  notes: readonly {
    id: string
    cohortId: CohortId
    userId: UserId
    authorId: UserId
    text: string
    at: number
  }[]
  createdAt: number
}): Promise<void> {
  const db = database()
  const createdAt = new Date(ground.createdAt)
  await db.$transaction([
    db.user.createMany({ data: ground.instructors.map(newUserRow) }),
    db.cohort.createMany({
      data: ground.cohorts.map(({ id, name, courses, instructorIds: [createdById] }) => ({
        id,
        name,
        courses: [...courses],
        createdAt,
        createdById,
      })),
    }),
    db.membership.createMany({
      data: ground.cohorts.flatMap(({ id, instructorIds }) =>
        instructorIds.map((userId) => ({
          userId,
          cohortId: id,
          joinedAt: createdAt,
          role: 'instructor' as const,
        })),
      ),
    }),
    db.assignment.createMany({
      data: ground.assignments.map(({ module: targetId, ...assignment }) => ({
        ...assignment,
        kind: 'module',
        targetId,
        createdAt,
      })),
    }),
    db.instructorNote.createMany({
      data: ground.notes.map((note) => ({ ...note, at: new Date(note.at) })),
    }),
    db.auditEvent.create({
      data: { id: uuidv7(), at: createdAt, actorId: null, kind: KIND, detail: { ...ground.plan } },
    }),
  ])
}

const OLD_MS = 10 * DAY_MS

/** What was flagged long ago has its reply. Harmless when repeated. */
export async function answerOldFlags(byId: UserId, now: number): Promise<void> {
  const old = { raisedAt: { lt: new Date(now - OLD_MS) }, repliedAt: null }
  const at = new Date(now - OLD_MS / 2)
  const reply = 'Thank you. I compared it with the source, and the question is correct.'
  await database().flag.updateMany({
    where: old,
    data: {
      reply,
      repliedAt: at,
      repliedById: byId,
      solvedAt: at,
      solvedById: byId,
      seenAt: at,
    },
  })
}
