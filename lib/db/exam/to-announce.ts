import 'server-only'
import { z } from 'zod'
import type { Exam } from '../../exam/exam'
import { asUserId, type UserId } from '../../kernel/ids'
import { rowsOf } from '../connection/rows-of'
import { examColumns, toExam } from './exam-row'

const row = z.object({
  ...examColumns(z.date()),
  cohortName: z.string(),
  userId: z.string().transform(asUserId),
  zone: z.string(),
})

/** Somebody who was not told yet that an exam is open. */
export type ToAnnounce = {
  readonly exam: Exam
  readonly cohortName: string
  readonly userId: UserId
  readonly zone: string
}

/**
 * Of exams that opened after `since` (ms) and can be started now: the analysts who were not told. The
 * key of the notice is `exam/ID`.
 */
export async function examsToAnnounce(since: number, now: number): Promise<readonly ToAnnounce[]> {
  const rows = await rowsOf(row)`
    SELECT e.*, c."name" AS "cohortName", u."id" AS "userId", u."zone"
    FROM "Exam" e
    JOIN "Cohort" c ON c."id" = e."cohortId" AND c."archivedAt" IS NULL
    JOIN "Membership" m ON m."cohortId" = c."id" AND m."role" = 'learner'
    JOIN "User" u ON u."id" = m."userId" AND u."disabledAt" IS NULL
    WHERE coalesce(e."opensAt", e."createdAt") > ${new Date(since)}
      AND coalesce(e."opensAt", e."createdAt") <= ${new Date(now)}
      AND (e."closesAt" IS NULL OR e."closesAt" > ${new Date(now)})
      AND NOT EXISTS (
        SELECT 1 FROM "Notification" n
        WHERE n."userId" = u."id" AND n."key" = 'exam/' || e."id"::text
      )
    ORDER BY e."id", u."id"`
  return rows.map(({ cohortName, userId, zone, ...exam }) => ({
    exam: toExam(exam),
    ...{ cohortName, userId, zone },
  }))
}
