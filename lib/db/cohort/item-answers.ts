import 'server-only'
import { z } from 'zod'
import type { ItemAnswer } from '../../cohort/item-answer'
import { asUserId, type QuestionId, type UserId } from '../../kernel/ids'
import { readRows } from '../connection/read-rows'
import { storedAnswer } from '../study/event-row'
import { notUndone } from '../study/undone'

const answerRow = z.object({
  userId: z.string(),
  at: z.date(),
  rating: z.number(),
  answer: z.unknown(),
  correct: z.boolean().nullable(),
  revision: z.number(),
})

/**
 * Every grade of one question by these people, oldest first, without the undone ones: an
 * index range for each person.
 */
export async function answersOf(
  questionId: QuestionId,
  userIds: readonly UserId[],
): Promise<ItemAnswer[]> {
  const rows = await readRows(answerRow)`
    SELECT e."userId", e."at", e."rating", e."answer", e."correct",
      coalesce(e."revision", 1) AS "revision"
    FROM unnest(${[...userIds]}::uuid[]) AS p("userId")
    JOIN "ReviewEvent" e ON e."userId" = p."userId" AND e."questionId" = ${questionId}
    WHERE e."kind" = 'grade' AND ${notUndone(userIds)}
    ORDER BY e."at", e."id"`
  return rows.map(({ userId, at, answer, ...row }) => ({
    ...row,
    userId: asUserId(userId),
    at: at.getTime(),
    answer: storedAnswer(answer),
  }))
}
