import 'server-only'
import { z } from 'zod'
import { asUserId, type CohortId, type UserId } from '../../kernel/ids'
import { BY_NAME, instructedBy } from '../cohort/cohorts'
import { database } from '../connection/client'
import { type Reading, reading } from '../connection/read-together'

/** Replies to a person's flags that they have not seen. */
export const unseenReplies = (userId: UserId): Reading<number> => reading(z.number().parse)`
  SELECT count(*)::int FROM "Flag" f
  WHERE f."userId" = ${userId}::uuid AND f."repliedAt" IS NOT NULL AND f."seenAt" IS NULL`

/** Exams of a cohort passed from `from` to before `to` (ms), in order; without those whose certificate was revoked. */
export async function examsPassed(
  cohortId: CohortId,
  from: number,
  to: number,
): Promise<{ userId: UserId; exam: string }[]> {
  const rows = await database().examAttempt.findMany({
    where: {
      exam: { cohortId },
      passed: true,
      revokedAt: null,
      submittedAt: { gte: new Date(from), lt: new Date(to) },
    },
    select: { userId: true, exam: { select: { title: true } } },
    orderBy: { submittedAt: 'asc' },
  })
  return rows.map(({ userId, exam }) => ({ userId: asUserId(userId), exam: exam.title }))
}

/**
 * Cohorts this person instructs that are not archived, by name, with their learners whose accounts
 * are not disabled.
 */
export async function weekCohorts(instructorId: UserId) {
  return database().cohort.findMany({
    where: { archivedAt: null, ...instructedBy(instructorId) },
    orderBy: BY_NAME,
    select: {
      id: true,
      name: true,
      courses: true,
      memberships: {
        where: { role: 'learner', user: { disabledAt: null } },
        select: { user: { select: { id: true, name: true, zone: true, rolloverHour: true } } },
      },
    },
  })
}
