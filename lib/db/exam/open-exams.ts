import 'server-only'
import { z } from 'zod'
import type { Attempt, Exam } from '../../exam/exam'
import type { UserId } from '../../kernel/ids'
import { named } from '../connection/columns'
import { instantWithOffset } from '../connection/instants'
import { jsonInstant } from '../connection/json-rows'
import { type Reading, reading } from '../connection/read-together'
import { examColumns, toAttempt, toExam } from './exam-row'

const examRow = z.object(examColumns(jsonInstant))

const attemptRow = z.object({
  userId: z.string(),
  id: z.string(),
  examId: z.string(),
  number: z.number(),
  startedAt: jsonInstant,
  endsAt: jsonInstant,
  submittedAt: jsonInstant.nullable(),
  result: z.json(),
  score: z.number().nullable(),
  passed: z.boolean().nullable(),
  code: z.string().nullable(),
  revokedAt: jsonInstant.nullable(),
  holderName: z.string().nullable(),
  holderZone: z.string().nullable(),
})

/** All columns but the questions, which are long. */
const ATTEMPT = named(Object.keys(attemptRow.shape))

/** An exam that somebody may take, with their own attempts, the oldest first. */
export type ExamToTake = { readonly exam: Exam; readonly attempts: readonly Attempt[] }

const fromJson = (json: unknown): ExamToTake[] =>
  z
    .array(z.object({ exam: examRow, attempts: z.array(attemptRow) }))
    .parse(json)
    .map(({ exam, attempts }) => ({ exam: toExam(exam), attempts: attempts.map(toAttempt) }))

/** Exams of the cohorts this person learns in that have not closed, by when they close. */
export const examsNotClosed = (userId: UserId, now: number): Reading<ExamToTake[]> =>
  reading(fromJson)`
  SELECT coalesce(json_agg(json_build_object('exam', e, 'attempts', (
      SELECT coalesce(json_agg(a ORDER BY a."number"), '[]') FROM (
        SELECT ${ATTEMPT} FROM "ExamAttempt" t
        WHERE t."userId" = m."userId" AND t."examId" = e."id"
      ) a
    )) ORDER BY e."closesAt", e."createdAt"), '[]')
  FROM "Membership" m
  JOIN "Cohort" c ON c."id" = m."cohortId" AND c."archivedAt" IS NULL
  JOIN "Exam" e ON e."cohortId" = c."id"
  WHERE m."userId" = ${userId}::uuid AND m."role" = 'learner' AND (
    e."closesAt" IS NULL OR e."closesAt" > ${instantWithOffset(new Date(now))}::timestamptz
    OR EXISTS (
      SELECT 1 FROM "ExamAttempt" t
      WHERE t."userId" = m."userId" AND t."examId" = e."id" AND t."submittedAt" IS NULL
    )
  )`
