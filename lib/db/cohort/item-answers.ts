import 'server-only'
import type { Answer } from '../../grading/answer'
import { asUserId, type QuestionId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import type { Prisma } from '../generated/client'
import { storedAnswer } from '../study/event-row'

/** One grade of a question; those that were taken back are not among them. */
export type ItemAnswer = {
  readonly userId: UserId
  readonly at: number
  readonly rating: number
  readonly answer: Answer | null
  /** Graded by machine; null: by the analyst alone. */
  readonly correct: boolean | null
  readonly revision: number
  readonly predictedRecall: number | null
}

/** Every grade of one question by these people, oldest first: an index range a person. */
export async function answersOf(
  questionId: QuestionId,
  userIds: readonly UserId[],
): Promise<ItemAnswer[]> {
  const rows = await database().$queryRaw<
    {
      userId: string
      at: Date
      rating: number
      answer: Prisma.JsonValue
      correct: boolean | null
      revision: number | null
      predictedRecall: number | null
    }[]
  >`
    SELECT e."userId", e."at", e."rating", e."answer", e."correct", e."revision",
      e."predictedRecall"
    FROM unnest(${[...userIds]}::uuid[]) AS p("userId")
    JOIN "ReviewEvent" e ON e."userId" = p."userId" AND e."questionId" = ${questionId}
    WHERE e."kind" = 'grade' AND NOT EXISTS (
      SELECT 1 FROM "ReviewEvent" u WHERE u."userId" = e."userId"
        AND u."questionId" = ${questionId} AND u."kind" = 'undo' AND u."undoes" = e."id"
    )
    ORDER BY e."at", e."id"`
  return rows.map(({ userId, at, answer, revision, ...row }) => ({
    ...row,
    userId: asUserId(userId),
    at: at.getTime(),
    answer: storedAnswer(answer),
    revision: revision ?? 1,
  }))
}

/** Open flags by question, of these people; those that were taken back are not among them. */
export async function openFlagCounts(
  userIds: readonly UserId[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database().$queryRaw<{ questionId: string; open: number }[]>`
    SELECT f."questionId", count(*)::int AS "open" FROM "Flag" f
    WHERE f."userId" = ANY(${[...userIds]}::uuid[]) AND f."solvedAt" IS NULL AND NOT EXISTS (
      SELECT 1 FROM "ReviewEvent" u WHERE u."userId" = f."userId"
        AND u."questionId" = f."questionId" AND u."kind" = 'undo' AND u."undoes" = f."id"
    )
    GROUP BY f."questionId"`
  return new Map(rows.map(({ questionId, open }) => [questionId, open]))
}
