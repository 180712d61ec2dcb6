import 'server-only'
import { z } from 'zod'
import { asUserId, type QuestionId, type UserId } from '../../kernel/ids'
import type { Answer } from '../../kinds/types'
import { rowsOf } from '../connection/rows-of'
import { storedAnswer } from '../study/event-row'
import { notUndone } from '../study/undone'

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

const answerRow = z.object({
  userId: z.string(),
  at: z.date(),
  rating: z.number(),
  answer: z.unknown(),
  correct: z.boolean().nullable(),
  revision: z.number().nullable(),
  predictedRecall: z.number().nullable(),
})

/** Every grade of one question by these people, oldest first: an index range a person. */
export async function answersOf(
  questionId: QuestionId,
  userIds: readonly UserId[],
): Promise<ItemAnswer[]> {
  const rows = await rowsOf(answerRow)`
    SELECT e."userId", e."at", e."rating", e."answer", e."correct", e."revision",
      e."predictedRecall"
    FROM unnest(${[...userIds]}::uuid[]) AS p("userId")
    JOIN "ReviewEvent" e ON e."userId" = p."userId" AND e."questionId" = ${questionId}
    WHERE e."kind" = 'grade' AND ${notUndone('e')}
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
  const rows = await rowsOf(z.object({ questionId: z.string(), open: z.number() }))`
    SELECT f."questionId", count(*)::int AS "open" FROM "Flag" f
    WHERE f."userId" = ANY(${[...userIds]}::uuid[]) AND f."solvedAt" IS NULL AND ${notUndone('f')}
    GROUP BY f."questionId"`
  return new Map(rows.map(({ questionId, open }) => [questionId, open]))
}
