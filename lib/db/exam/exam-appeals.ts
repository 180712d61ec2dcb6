import 'server-only'
import type { AnswerPlace, Appeal, Decision } from '../../exam/appeal'
import type { DrawnQuestion } from '../../exam/drawn-question'
import type { Attempt, Certificate } from '../../exam/exam'
import type { Regraded } from '../../exam/regrade'
import type { ExamResult } from '../../exam/result'
import { type AttemptId, asAttemptId, asUserId, type ExamId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import type { Prisma, ExamAppeal as Row } from '../generated/client'
import { toAttempt, toDrawnQuestions, toRegraded } from './exam-row'

/** False when this answer was appealed before. */
export async function insertAppeal(appeal: Appeal): Promise<boolean> {
  const { userId, attemptId, position, reason, graded } = appeal
  const { count } = await database().examAppeal.createMany({
    data: [{ userId, attemptId, position, reason, graded, madeAt: new Date(appeal.madeAt) }],
    skipDuplicates: true,
  })
  return count === 1
}

/** Of one exam, oldest first: everybody's, or one person's. */
export async function appealsOfExam(examId: ExamId, userId?: UserId): Promise<Appeal[]> {
  const rows = await database().examAppeal.findMany({
    where: { attempt: { examId }, ...(userId ? { userId } : {}) },
    orderBy: [{ madeAt: 'asc' }, { attemptId: 'asc' }, { position: 'asc' }],
  })
  return rows.map(toAppeal)
}

export type Correction = {
  readonly result: ExamResult
  readonly certificate: Certificate | null
}

/** What a decision is made on, as it is while nobody else can change it. */
export type Graded = {
  readonly attempt: Attempt
  readonly drawn: readonly DrawnQuestion[]
  readonly appeals: readonly Appeal[]
  readonly regraded: readonly Regraded[]
}

/** Reads a graded attempt and locks its row, so that nobody else changes its result meanwhile. */
export async function holdGraded(
  tx: Prisma.TransactionClient,
  userId: UserId,
  attemptId: AttemptId,
): Promise<Graded | null> {
  await tx.$queryRaw`
    SELECT 1 FROM "ExamAttempt"
    WHERE "userId" = ${userId}::uuid AND "id" = ${attemptId}::uuid FOR UPDATE`
  const row = await tx.examAttempt.findUnique({
    where: { userId_id: { userId, id: attemptId } },
    include: { appeals: true, regraded: true },
  })
  if (row === null) return null
  return {
    attempt: toAttempt(row),
    drawn: toDrawnQuestions(row.questions),
    appeals: row.appeals.map(toAppeal),
    regraded: row.regraded.map(toRegraded),
  }
}

/** Writes the corrected result of an attempt that is held. */
export async function writeCorrection(
  tx: Prisma.TransactionClient,
  { userId, id }: Attempt,
  { result, certificate }: Correction,
): Promise<void> {
  await tx.examAttempt.update({
    where: { userId_id: { userId, id } },
    data: {
      result: JSON.parse(JSON.stringify(result)),
      score: result.total === 0 ? 0 : result.right / result.total,
      passed: result.passed,
      code: certificate?.code ?? null,
      revokedAt: certificate?.voidedAt == null ? null : new Date(certificate.voidedAt),
    },
  })
}

/**
 * Writes a decision and the corrected attempt in one transaction, under the lock of the attempt's
 * row. `correct` says what becomes of the attempt; null leaves everything as it is.
 */
export async function writeDecision(
  place: AnswerPlace,
  decided: { readonly decision: Decision; readonly graded: Appeal['graded'] },
  correct: (graded: Graded) => Correction | null,
): Promise<Correction | null> {
  const { userId, attemptId, position } = place
  return database().$transaction(async (tx) => {
    const held = await holdGraded(tx, userId, attemptId)
    const correction = held && correct(held)
    if (held === null || correction === null) return null
    const { granted, reply, at, byId } = decided.decision
    const decision = { granted, reply, decidedAt: new Date(at), decidedById: byId }
    await tx.examAppeal.upsert({
      where: { userId_attemptId_position: { userId, attemptId, position } },
      create: {
        userId,
        attemptId,
        position,
        madeAt: new Date(at),
        graded: decided.graded,
        ...decision,
      },
      update: decision,
    })
    await writeCorrection(tx, held.attempt, correction)
    return correction
  })
}

function toAppeal(row: Row): Appeal {
  const { granted, decidedAt, decidedById } = row
  return {
    userId: asUserId(row.userId),
    attemptId: asAttemptId(row.attemptId),
    position: row.position,
    reason: row.reason,
    madeAt: row.madeAt.getTime(),
    graded: row.graded === 'unanswered' ? 'unanswered' : 'wrong',
    decision:
      granted === null || decidedAt === null || decidedById === null
        ? null
        : { granted, reply: row.reply, at: decidedAt.getTime(), byId: asUserId(decidedById) },
  }
}
