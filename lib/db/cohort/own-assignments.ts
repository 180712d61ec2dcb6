import 'server-only'
import { z } from 'zod'
import type { Assignment } from '../../cohort/assignment'
import type { UserId } from '../../kernel/ids'
import { type Reading, reading } from '../connection/read-together'
import { assignmentRow, toAssignment } from './assignments'

/** An assignment of a cohort in which somebody learns, and when (ms) they joined it. */
export type AssignmentToMe = { readonly assignment: Assignment; readonly joinedAt: number }

const row = assignmentRow.extend({ joinedAt: z.number() })

const fromJson = (json: unknown): AssignmentToMe[] =>
  z
    .array(row)
    .parse(json)
    .map(({ joinedAt, ...each }) => ({ assignment: toAssignment(each), joinedAt }))

/**
 * What the cohorts in which this person learns are assigned, archived ones left out; the oldest
 * first, with this person's extensions only.
 */
export const assignmentsTo = (userId: UserId): Reading<AssignmentToMe[]> => reading(fromJson)`
  SELECT coalesce(json_agg(json_build_object('id', a."id", 'cohortId', a."cohortId",
    'kind', a."kind", 'targetId', a."targetId", 'reach', a."reach", 'dueDay', a."dueDay",
    'dueAfterDays', a."dueAfterDays", 'targetReadiness', a."targetReadiness",
    'joinedAt', (extract(epoch FROM m."joinedAt") * 1000)::int8,
    'extensions', (
      SELECT json_agg(x) FROM "AssignmentExtension" x
      WHERE x."assignmentId" = a."id" AND x."userId" = m."userId"
    )) ORDER BY a."createdAt", a."id"), '[]')
  FROM "Membership" m
  JOIN "Cohort" c ON c."id" = m."cohortId" AND c."archivedAt" IS NULL
  JOIN "Assignment" a ON a."cohortId" = c."id"
  WHERE m."userId" = ${userId}::uuid AND m."role" = 'learner'`
