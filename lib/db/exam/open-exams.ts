import 'server-only'
import { z } from 'zod'
import type { PersonalRules } from '../../exam/allowance'
import type { Attempt, Exam } from '../../exam/exam'
import type { UserId } from '../../kernel/ids'
import { instantWithOffset } from '../connection/instants'
import { jsonInstant } from '../connection/json-rows'
import { type Reading, reading } from '../connection/read-together'
import { Prisma } from '../generated/client'
import { ATTEMPT, attemptRow, examColumns, toAttempt, toExam } from './exam-row'

const examRow = z.object(examColumns(jsonInstant))

const extraTime = { extraMinutes: z.number(), extraPercent: z.number() }
const rulesRow = {
  allowance: z
    .object({
      ...extraTime,
      extraAttempts: z.number(),
      attemptsAt: jsonInstant.nullable().transform((at) => at?.getTime() ?? null),
    })
    .nullable(),
  accommodation: z.object(extraTime).nullable(),
}

/** What this person gets beyond the rules of the exam `e`. */
const rulesFor = (userId: UserId) => Prisma.sql`
  'allowance', (SELECT row_to_json(x) FROM "ExamAllowance" x
    WHERE x."userId" = ${userId}::uuid AND x."examId" = e."id"),
  'accommodation', (SELECT row_to_json(x) FROM "ExamAccommodation" x
    WHERE x."userId" = ${userId}::uuid AND x."cohortId" = e."cohortId")`

/** An exam that somebody may take, with their own rules and attempts, the oldest first. */
export type ExamToTake = {
  readonly exam: Exam
  readonly rules: PersonalRules
  readonly attempts: readonly Attempt[]
}

const fromJson = (json: unknown): ExamToTake[] =>
  z
    .array(z.object({ exam: examRow, attempts: z.array(attemptRow), ...rulesRow }))
    .parse(json)
    .map(({ exam, attempts, allowance, accommodation }) => ({
      exam: toExam(exam),
      rules: { allowance, accommodation },
      attempts: attempts.map(toAttempt),
    }))

/** Exams of the cohorts this person learns in that have not closed, by when they close. */
export const examsNotClosed = (userId: UserId, now: number): Reading<ExamToTake[]> =>
  reading(fromJson)`
  SELECT coalesce(json_agg(json_build_object('exam', e, ${rulesFor(userId)}, 'attempts', (
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

/** An exam of the past or the present, with the name of its cohort. */
export type OwnExam = ExamToTake & { readonly cohortName: string; readonly member: boolean }

const ownFromJson = (json: unknown): OwnExam[] =>
  z
    .array(
      z.object({
        exam: examRow,
        attempts: z.array(attemptRow),
        cohortName: z.string(),
        member: z.boolean(),
        ...rulesRow,
      }),
    )
    .parse(json)
    .map(({ exam, attempts, allowance, accommodation, ...more }) => ({
      ...more,
      exam: toExam(exam),
      rules: { allowance, accommodation },
      attempts: attempts.map(toAttempt),
    }))

/** Every exam that this person can take or has taken, the newest first. */
export const ownExams = (userId: UserId): Reading<OwnExam[]> =>
  reading(ownFromJson)`
  SELECT coalesce(json_agg(json_build_object('exam', e, ${rulesFor(userId)}, 'cohortName', c."name",
    'member', m."userId" IS NOT NULL AND c."archivedAt" IS NULL, 'attempts', (
      SELECT coalesce(json_agg(a ORDER BY a."number"), '[]') FROM (
        SELECT ${ATTEMPT} FROM "ExamAttempt" t
        WHERE t."userId" = ${userId}::uuid AND t."examId" = e."id"
      ) a
    )) ORDER BY e."createdAt" DESC), '[]')
  FROM "Exam" e
  JOIN "Cohort" c ON c."id" = e."cohortId"
  LEFT JOIN "Membership" m
    ON m."cohortId" = c."id" AND m."userId" = ${userId}::uuid AND m."role" = 'learner'
  WHERE (m."userId" IS NOT NULL AND c."archivedAt" IS NULL) OR e."id" IN (
    SELECT t."examId" FROM "ExamAttempt" t WHERE t."userId" = ${userId}::uuid
  )`
