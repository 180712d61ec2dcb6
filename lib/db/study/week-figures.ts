import 'server-only'
import { asUserId, type CohortId, type UserId } from '../../kernel/ids'
import { BY_NAME, instructedBy } from '../cohort/cohorts'
import { database } from '../connection/client'

/** Replies to a person's flags that they have not seen. */
export function unseenReplies(userId: UserId): Promise<number> {
  return database().flag.count({ where: { userId, repliedAt: { not: null }, seenAt: null } })
}

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
      memberships: {
        where: { role: 'learner', user: { disabledAt: null } },
        select: { user: { select: { id: true, name: true, zone: true, rolloverHour: true } } },
      },
    },
  })
}
