import 'server-only'
import { z } from 'zod'
import type { Assignment } from '../../cohort/assignment'
import type { RiskSnooze } from '../../cohort/risk-snooze'
import { asCohortId, asUserId, type UserId } from '../../kernel/ids'
import { ROLES } from '../../kernel/role'
import { asStudyDay } from '../../kernel/study-day'
import type { MemoryModel } from '../../memory/model/memory-model'
import { jsonInstant, jsonList } from '../connection/json-rows'
import { userRow } from '../people/session-user'
import { toUser } from '../people/users'
import { modelRow, toModel } from '../study/memory-models'
import { assignmentRow, toAssignment } from './assignments'
import type { Cohort, CohortMember } from './cohorts'

export type GroundMember = CohortMember & {
  /** How often their cards have changed. */
  readonly cardsVersion: number
}

/** What the pages of a cohort need to know about it, whatever they show. */
export type CohortGround = {
  readonly cohort: Cohort
  /** By name. */
  readonly members: readonly GroundMember[]
  /** The oldest first. */
  readonly assignments: readonly Assignment[]
  readonly snoozes: ReadonlyMap<UserId, RiskSnooze>
  /** Of members who have one of their own. */
  readonly models: ReadonlyMap<UserId, MemoryModel>
  /** Open flags by question, of learners whose accounts are not disabled. */
  readonly openFlags: ReadonlyMap<string, number>
}

const memberRow = userRow.extend({
  disabledAt: jsonInstant.nullable(),
  deletedAt: jsonInstant.nullable(),
  createdAt: jsonInstant,
  lastSeenAt: jsonInstant.nullable(),
  roleInCohort: z.enum(ROLES),
  joinedAt: jsonInstant,
  cardsVersion: z.number(),
})

const snoozeRow = z.object({
  userId: z.string(),
  untilDay: z.number(),
  note: z.string(),
  byId: z.string(),
  at: jsonInstant,
})

export const groundRow = z.object({
  id: z.string(),
  name: z.string(),
  archived: z.boolean(),
  courses: z.array(z.string()),
  members: jsonList(memberRow),
  assignments: jsonList(assignmentRow),
  snoozes: jsonList(snoozeRow),
  models: jsonList(modelRow.extend({ userId: z.string() })),
  openFlags: z
    .record(z.string(), z.number())
    .nullable()
    .transform((counts) => counts ?? {}),
})

export const listedRow = groundRow.extend({ learners: z.number(), active: z.number() })

export function toGround(row: z.infer<typeof groundRow>): CohortGround {
  const { id, name, archived, courses } = row
  return {
    cohort: { id: asCohortId(id), name, archived, courses },
    members: row.members.map(toMember),
    assignments: row.assignments.map(toAssignment),
    snoozes: new Map(
      row.snoozes.map(({ userId, untilDay, note, byId, at }) => [
        asUserId(userId),
        { untilDay: asStudyDay(untilDay), note, byId: asUserId(byId), at: at.getTime() },
      ]),
    ),
    models: new Map(row.models.map((model) => [asUserId(model.userId), toModel(model)])),
    openFlags: new Map(Object.entries(row.openFlags)),
  }
}

const toMember = (row: z.infer<typeof memberRow>): GroundMember => ({
  ...toUser(row),
  roleInCohort: row.roleInCohort,
  joinedAt: row.joinedAt.getTime(),
  cardsVersion: row.cardsVersion,
})
