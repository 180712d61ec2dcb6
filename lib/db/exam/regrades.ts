import 'server-only'
import { z } from 'zod'
import type { Attempt } from '../../exam/exam'
import { REGRADE_CHOICES, type RegradeChoice, type Regraded } from '../../exam/regrade'
import { asQuestionId, asUserId, type ExamId, type QuestionId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import { rowsOf } from '../connection/rows-of'
import { type Correction, type Graded, holdGraded, writeCorrection } from './exam-appeals'
import { toRegraded } from './exam-row'

/** A decision how the answers to a question count. `at` in ms. */
export type Regrade = {
  readonly id: string
  readonly examId: ExamId
  readonly questionId: QuestionId
  readonly choice: RegradeChoice
  readonly reason: string
  readonly byId: UserId
  readonly at: number
}

export async function insertRegrade({ at, ...regrade }: Regrade): Promise<void> {
  await database().examRegrade.create({ data: { ...regrade, at: new Date(at) } })
}

/** The latest first. */
export async function regradesOfExam(examId: ExamId): Promise<readonly Regrade[]> {
  const rows = await database().examRegrade.findMany({
    where: { examId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, questionId, choice, reason, byId, at }) => ({
    id,
    examId,
    questionId: asQuestionId(questionId),
    choice: z.enum(REGRADE_CHOICES).parse(choice),
    reason,
    byId: asUserId(byId),
    at: at.getTime(),
  }))
}

/** What became of answers of an exam: everybody’s, or one person’s. */
export async function regradedOfExam(
  examId: ExamId,
  userId?: UserId,
): Promise<readonly Regraded[]> {
  const rows = await database().examRegraded.findMany({
    where: { attempt: { examId }, ...(userId ? { userId } : {}) },
  })
  return rows.map(toRegraded)
}

const drawnRow = z.object({
  questionId: z.string().transform(asQuestionId),
  revision: z.number(),
  attempts: z.number(),
})

/** Which questions, at which revision, the graded attempts of an exam have, without fetching their text. */
export const drawnRevisions = (examId: ExamId) =>
  rowsOf(drawnRow)`
    SELECT q.value->'question'->>'id' AS "questionId",
      (q.value->'question'->>'revision')::int AS "revision", count(*)::int AS "attempts"
    FROM "ExamAttempt" a CROSS JOIN LATERAL jsonb_array_elements(a."questions") q
    WHERE a."examId" = ${examId}::uuid AND a."score" IS NOT NULL
    GROUP BY 1, 2`

/**
 * Writes what a regrade makes of one answer, and the attempt corrected by it. `correct` says what
 * becomes of both, from the attempt as it is while nobody else can change it; null leaves everything.
 */
export async function writeRegraded(
  { userId, id }: Attempt,
  at: number,
  correct: (graded: Graded) => (Correction & { readonly regraded: Regraded }) | null,
): Promise<void> {
  await database().$transaction(async (tx) => {
    const held = await holdGraded(tx, userId, id)
    const correction = held && correct(held)
    if (held === null || correction === null) return
    const { position, choice, graded, outcome } = correction.regraded
    await tx.examRegraded.upsert({
      where: { userId_attemptId_position: { userId, attemptId: id, position } },
      create: { userId, attemptId: id, position, choice, graded, outcome, at: new Date(at) },
      update: { choice, outcome, at: new Date(at) },
    })
    await writeCorrection(tx, held.attempt, correction)
  })
}
