import 'server-only'
import { z } from 'zod'
import { TOLERANCE_MS } from '../../exam/attempt-time'
import type { DrawnQuestion } from '../../exam/drawn-question'
import type { Attempt } from '../../exam/exam'
import type { ExamResult } from '../../exam/result'
import {
  type AttemptId,
  asAttemptId,
  type CohortId,
  type ExamId,
  type QuestionId,
  type UserId,
} from '../../kernel/ids'
import { database } from '../connection/client'
import { rowsOf } from '../connection/rows-of'
import type { Prisma } from '../generated/client'
import { toAttempt, toDrawnQuestions } from './exam-row'

const json = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value))

/** False when an attempt with this number exists already, for instance from another tab. */
export async function insertAttempt(
  attempt: Pick<Attempt, 'id' | 'userId' | 'examId' | 'number' | 'startedAt' | 'endsAt'>,
  questions: readonly DrawnQuestion[],
): Promise<boolean> {
  const { count } = await database().examAttempt.createMany({
    data: [
      {
        ...attempt,
        startedAt: new Date(attempt.startedAt),
        endsAt: new Date(attempt.endsAt),
        questions: json(questions),
      },
    ],
    skipDuplicates: true,
  })
  return count === 1
}

const omit = { questions: true } as const

export async function findAttempt(userId: UserId, id: AttemptId): Promise<Attempt | null> {
  const where = { userId_id: { userId, id } }
  const row = await database().examAttempt.findUnique({ where, omit })
  return row && toAttempt(row)
}

/** As drawn, in the order of asking; empty for an unknown attempt. */
export async function drawnQuestions(
  userId: UserId,
  id: AttemptId,
): Promise<readonly DrawnQuestion[]> {
  const where = { userId_id: { userId, id } }
  const row = await database().examAttempt.findUnique({ where, select: { questions: true } })
  return row ? toDrawnQuestions(row.questions) : []
}

/** Of several attempts, each in the order of asking. */
export async function questionsOf(
  attempts: readonly Attempt[],
): Promise<ReadonlyMap<AttemptId, readonly DrawnQuestion[]>> {
  const rows = await database().examAttempt.findMany({
    where: {
      userId: { in: attempts.map(({ userId }) => userId) },
      id: { in: attempts.map(({ id }) => id) },
    },
    select: { id: true, questions: true },
  })
  return new Map(rows.map(({ id, questions }) => [asAttemptId(id), toDrawnQuestions(questions)]))
}

/** How many, without fetching them. */
export async function questionsAsked(userId: UserId, id: AttemptId): Promise<number> {
  const rows = await rowsOf(z.object({ asked: z.number() }))`
    SELECT jsonb_array_length("questions")::int AS "asked" FROM "ExamAttempt"
    WHERE "userId" = ${userId}::uuid AND "id" = ${id}::uuid`
  return rows[0]?.asked ?? 0
}

/** Of one exam, oldest first: everybody's, or one person's. */
export async function attemptsOfExam(examId: ExamId, userId?: UserId): Promise<Attempt[]> {
  const where = { examId, ...(userId ? { userId } : {}) }
  const rows = await database().examAttempt.findMany({ where, omit, orderBy: { number: 'asc' } })
  return rows.map(toAttempt)
}

/** The graded ones of an exam that have one of these questions, at whatever revision, oldest first. */
export async function gradedWith(
  examId: ExamId,
  questionIds: readonly QuestionId[],
): Promise<Attempt[]> {
  const having = questionIds.map((id) => ({
    questions: { array_contains: [{ question: { id } }] },
  }))
  const where = { examId, score: { not: null }, OR: having }
  const rows = await database().examAttempt.findMany({ where, omit, orderBy: { number: 'asc' } })
  return rows.map(toAttempt)
}

/** All attempts at the exams of a cohort, the oldest first. */
export async function attemptsIn(cohortId: CohortId): Promise<Attempt[]> {
  const where = { exam: { cohortId } }
  const rows = await database().examAttempt.findMany({ where, omit, orderBy: { startedAt: 'asc' } })
  return rows.map(toAttempt)
}

type Of = { readonly userId: UserId } | { readonly cohortId: CohortId } | 'everybody'

/** Attempts that are over, tolerance included, and have no result yet. */
export async function attemptsToSettle(of: Of, now: number): Promise<Attempt[]> {
  const rows = await database().examAttempt.findMany({
    where: {
      ...(of === 'everybody' ? {} : 'cohortId' in of ? { exam: of } : of),
      score: null,
      OR: [{ submittedAt: { not: null } }, { endsAt: { lte: new Date(now - TOLERANCE_MS) } }],
    },
    omit,
  })
  return rows.map(toAttempt)
}

/** From here on no answer is taken. Keeps the first instant. */
export async function closeAttempt(userId: UserId, id: AttemptId, at: number): Promise<boolean> {
  const { count } = await database().examAttempt.updateMany({
    where: { userId, id, submittedAt: null },
    data: { submittedAt: new Date(at) },
  })
  return count === 1
}

/** Keeps the first result: false when there was one. `code`: of the certificate; null when not passed. */
export async function writeResult(
  userId: UserId,
  id: AttemptId,
  result: ExamResult,
  code: string | null,
): Promise<boolean> {
  const score = result.total === 0 ? 0 : result.right / result.total
  const { count } = await database().examAttempt.updateMany({
    where: { userId, id, score: null, submittedAt: { not: null } },
    data: { result: json(result), score, passed: result.passed, code },
  })
  return count === 1
}
