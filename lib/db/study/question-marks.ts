import 'server-only'
import { z } from 'zod'
import { asQuestionId, type QuestionId, type UserId } from '../../kernel/ids'
import type { Rating } from '../../memory/card/state'
import type { QuestionMarks } from '../../review/question-filter'
import { type Reading, reading } from '../connection/read-together'
import { flagNotUndone, notUndone } from './undone'

const questionId = z.string().transform(asQuestionId)
const rating: z.ZodType<Rating> = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const flagRows = z.array(z.object({ questionId, waits: z.boolean() }))
const lastRows = z.array(z.object({ questionId, rating }))

/** The questions that somebody flagged, and whether one of the flags waits for an answer. */
export const flaggedBy = (userId: UserId): Reading<QuestionMarks['flagged']> =>
  reading(
    (json) => new Map(flagRows.parse(json).map(({ questionId, waits }) => [questionId, { waits }])),
  )`
    SELECT coalesce(json_agg(q), '[]') FROM (
      SELECT f."questionId", bool_or(f."solvedAt" IS NULL AND f."repliedAt" IS NULL) AS "waits"
      FROM "Flag" f WHERE f."userId" = ${userId}::uuid AND ${flagNotUndone}
      GROUP BY f."questionId"
    ) q`

/**
 * The last answer to each of these questions that no undo took back. It reads every answer to them, so
 * it is asked for a page of questions, or when somebody filters by it. The list stands in a subquery, as in
 * `askedCardsOf`.
 */
export const lastAnswersTo = (
  userId: UserId,
  questionIds: readonly QuestionId[],
): Reading<QuestionMarks['last']> =>
  reading(
    (json) => new Map(lastRows.parse(json).map(({ questionId, rating }) => [questionId, rating])),
  )`
    SELECT coalesce(json_agg(q), '[]') FROM (
      SELECT DISTINCT ON (e."questionId") e."questionId", e."rating" FROM "ReviewEvent" e
      WHERE e."userId" = ${userId}::uuid
        AND e."questionId" = ANY((SELECT ${questionIds}::text[])::text[])
        AND e."kind" = 'grade' AND ${notUndone()}
      ORDER BY e."questionId", e."at" DESC, e."id" DESC
    ) q`
