import 'server-only'
import type { AnswerPlace } from '../../exam/appeal'
import type { Attempt } from '../../exam/exam'
import type { AttemptAnswer } from '../../exam/paper'
import { type AttemptId, asAttemptId, asUserId, type UserId } from '../../kernel/ids'
import type { Answer } from '../../kinds/types'
import { database } from '../connection/client'
import { Prisma } from '../generated/client'
import { storedAnswer } from '../study/event-row'

/**
 * Keeps the last answer to each question by the instant it was given. One statement: it takes the
 * attempt's row for reading, so that an attempt that is closed meanwhile takes nothing more. What
 * is not in the paper is left out. `answers` has each position once.
 */
export async function writeAnswers(
  userId: UserId,
  attemptId: AttemptId,
  answers: readonly AttemptAnswer[],
  now: number,
): Promise<void> {
  const rows = answers.map(({ position, answer, at }) => ({
    position,
    answer,
    at: new Date(at).toISOString(),
  }))
  await database().$executeRaw(Prisma.sql`
    WITH attempt AS (
      SELECT "userId", "id", jsonb_array_length("questions") AS "asked" FROM "ExamAttempt"
      WHERE "userId" = ${userId}::uuid AND "id" = ${attemptId}::uuid AND "submittedAt" IS NULL
      FOR SHARE
    )
    INSERT INTO "ExamAnswer" ("userId", "attemptId", "position", "answer", "at", "receivedAt")
    SELECT attempt."userId", attempt."id", given."position", given."answer", given."at",
      ${new Date(now)}::timestamptz
    FROM attempt, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(
      "position" int, "answer" jsonb, "at" timestamptz
    )
    WHERE given."position" >= 0 AND given."position" < attempt."asked"
    ON CONFLICT ("userId", "attemptId", "position") DO UPDATE SET
      "answer" = EXCLUDED."answer", "at" = EXCLUDED."at", "receivedAt" = EXCLUDED."receivedAt"
    WHERE EXCLUDED."at" >= "ExamAnswer"."at"`)
}

/** By position. */
export async function answersOf(userId: UserId, attemptId: AttemptId): Promise<AttemptAnswer[]> {
  const rows = await database().examAnswer.findMany({
    where: { userId, attemptId },
    orderBy: { position: 'asc' },
  })
  return rows.flatMap(({ position, answer: given, at }) => {
    const answer = storedAnswer(given)
    return answer === null ? [] : [{ position, answer, at: at.getTime() }]
  })
}

/** Of several attempts, in no order. */
export async function answersTo(
  attempts: readonly Attempt[],
): Promise<(AnswerPlace & { readonly answer: Answer })[]> {
  const rows = await database().examAnswer.findMany({
    where: {
      userId: { in: attempts.map(({ userId }) => userId) },
      attemptId: { in: attempts.map(({ id }) => id) },
    },
  })
  return rows.flatMap(({ userId, attemptId, position, answer: given }) => {
    const answer = storedAnswer(given)
    const place = { userId: asUserId(userId), attemptId: asAttemptId(attemptId), position }
    return answer === null ? [] : [{ ...place, answer }]
  })
}
