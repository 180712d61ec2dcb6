import 'server-only'
import { z } from 'zod'
import type { Attempt, Exam } from '../../exam/exam'
import { asExamId, type CohortId, type ExamId } from '../../kernel/ids'
import { jsonList } from '../connection/json-rows'
import { rowsOf } from '../connection/rows-of'
import { ATTEMPT, attemptRow, examColumns, toAttempt, toExam } from './exam-row'

const listedRow = z.object({
  ...examColumns(z.date()),
  taken: z.number(),
  passed: z.number(),
  openAppeals: z.number(),
  ungraded: jsonList(attemptRow),
})

export type ListedExam = Exam & {
  /** The number of people who started it, and of those with a valid certificate. */
  readonly taken: number
  readonly passed: number
  /** The number of appeals without a decision. */
  readonly openAppeals: number
  /** Attempts without a stored result, open ones among them. */
  readonly ungraded: readonly Attempt[]
}

/** The exams of a cohort, newest first. */
export async function listedExams(cohortId: CohortId): Promise<readonly ListedExam[]> {
  const rows = await rowsOf(listedRow)`
    SELECT e.*, a.*,
      (SELECT count(*)::int FROM "ExamAppeal" p
        JOIN "ExamAttempt" a ON a."userId" = p."userId" AND a."id" = p."attemptId"
        WHERE a."examId" = e."id" AND p."granted" IS NULL) AS "openAppeals",
      (SELECT json_agg(o) FROM (
        SELECT ${ATTEMPT} FROM "ExamAttempt" t WHERE t."examId" = e."id" AND t."score" IS NULL
      ) o) AS "ungraded"
    FROM "Exam" e
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT a."userId")::int AS "taken",
        count(DISTINCT a."userId")
          FILTER (WHERE a."code" IS NOT NULL AND a."revokedAt" IS NULL)::int AS "passed"
      FROM "ExamAttempt" a WHERE a."examId" = e."id"
    ) a
    WHERE e."cohortId" = ${cohortId}::uuid
    ORDER BY e."createdAt" DESC, e."id" DESC`
  return rows.map(({ taken, passed, openAppeals, ungraded, ...exam }) => ({
    ...toExam(exam),
    taken,
    passed,
    openAppeals,
    ungraded: ungraded.map(toAttempt),
  }))
}

const appealsRow = z.object({
  examId: z.string().transform(asExamId),
  title: z.string(),
  open: z.number(),
})

export type OpenAppeals = {
  readonly examId: ExamId
  readonly title: string
  readonly open: number
}

/** The exams of the cohort with appeals that wait for a decision, newest first. */
export const openAppealsIn = (cohortId: CohortId): Promise<OpenAppeals[]> =>
  rowsOf(appealsRow)`
    SELECT e."id" AS "examId", e."title", count(*)::int AS "open"
    FROM "Exam" e
    JOIN "ExamAttempt" a ON a."examId" = e."id"
    JOIN "ExamAppeal" p ON p."userId" = a."userId" AND p."attemptId" = a."id"
    WHERE e."cohortId" = ${cohortId}::uuid AND p."granted" IS NULL
    GROUP BY e."id" ORDER BY e."createdAt" DESC, e."id" DESC`
