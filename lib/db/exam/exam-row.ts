import 'server-only'
import { z } from 'zod'
import { REACHES } from '../../course/reach'
import { withSince } from '../../course/since-then'
import type { Blueprint } from '../../exam/blueprint'
import type { DrawnQuestion } from '../../exam/drawn-question'
import type { Attempt, Exam } from '../../exam/exam'
import { REGRADE_CHOICES, type Regraded } from '../../exam/regrade'
import type { ExamResult } from '../../exam/result'
import { asAttemptId, asCohortId, asExamId, asTopicId, asUserId } from '../../kernel/ids'
import { named } from '../connection/columns'
import { jsonInstant } from '../connection/json-rows'
import type {
  ExamAttempt as AttemptRow,
  Exam as ExamRow,
  ExamRegraded as RegradedRow,
} from '../generated/client'

// Checked in full: an exam and its results count for somebody, and there are few of them.
const topicId = z.string().transform(asTopicId)
const blueprint: z.ZodType<Blueprint> = z.array(
  z.object({ topicId, questions: z.int(), reach: z.enum(REACHES).exactOptional() }),
)
const outcome = z.enum(['right', 'wrong', 'unanswered', 'left-out'])
const examResult: z.ZodType<ExamResult> = z.object({
  outcomes: z.array(outcome),
  topics: z.array(z.object({ topicId, right: z.int(), total: z.int() })),
  right: z.int(),
  total: z.int(),
  passed: z.boolean(),
})

/**
 * Of a drawn question only what tells it from anything else: it was copied from a catalogue that the
 * compiler had checked, and an attempt must stay readable whatever a later course asks of a question.
 */
const drawn = z.array(
  z.object({
    question: z.object({ id: z.string(), kind: z.string(), topic: z.string(), revision: z.int() }),
    shown: z.object({ kind: z.string() }),
  }),
)

const isDrawn = (json: unknown): json is readonly DrawnQuestion[] => drawn.safeParse(json).success

export function toDrawnQuestions(json: unknown): readonly DrawnQuestion[] {
  if (isDrawn(json)) return json.map((one) => ({ ...one, question: withSince(one.question) }))
  throw new Error('The stored questions of an exam attempt are damaged. Restore a backup.')
}

/** For statements of our own. `instant`: the form in which the statement gives instants. */
export const examColumns = <Instant extends z.ZodType<Date>>(instant: Instant) => ({
  id: z.string(),
  cohortId: z.string(),
  title: z.string(),
  blueprint: z.json(),
  minutes: z.number(),
  passMark: z.number(),
  maxAttempts: z.number(),
  retakeAfterDays: z.number(),
  movesSchedule: z.boolean(),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  createdAt: instant,
  createdById: z.string(),
})

export const toBlueprint = (json: unknown): Blueprint => blueprint.parse(json)

export const toExam = (row: ExamRow): Exam => ({
  id: asExamId(row.id),
  cohortId: asCohortId(row.cohortId),
  title: row.title,
  blueprint: toBlueprint(row.blueprint),
  minutes: row.minutes,
  passMark: row.passMark,
  maxAttempts: row.maxAttempts,
  retakeAfterDays: row.retakeAfterDays,
  movesSchedule: row.movesSchedule,
  opensAt: row.opensAt?.getTime() ?? null,
  closesAt: row.closesAt?.getTime() ?? null,
  createdAt: row.createdAt.getTime(),
})

const regradedRow = z.object({
  position: z.int(),
  choice: z.enum(REGRADE_CHOICES),
  graded: outcome,
  outcome,
})

export const toRegraded = (row: RegradedRow): Regraded => ({
  ...regradedRow.parse(row),
  userId: asUserId(row.userId),
  attemptId: asAttemptId(row.attemptId),
})

/** Of an attempt as JSON. */
export const attemptRow = z.object({
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

/** All columns of `ExamAttempt` but the questions, which are long. */
export const ATTEMPT = named(Object.keys(attemptRow.shape))

export const toAttempt = (row: Omit<AttemptRow, 'questions'>): Attempt => ({
  id: asAttemptId(row.id),
  userId: asUserId(row.userId),
  examId: asExamId(row.examId),
  number: row.number,
  startedAt: row.startedAt.getTime(),
  endsAt: row.endsAt.getTime(),
  submittedAt: row.submittedAt?.getTime() ?? null,
  result: row.result === null ? null : examResult.parse(row.result),
  certificate:
    row.code === null ? null : { code: row.code, voidedAt: row.revokedAt?.getTime() ?? null },
})
