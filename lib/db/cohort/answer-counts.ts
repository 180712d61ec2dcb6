import 'server-only'
import { z } from 'zod'
import { MINUTE_MS } from '../../kernel/duration'
import type { UserId } from '../../kernel/ids'
import type { AnswerCount } from '../../memory/forecast/habits'
import { type Reading, reading } from '../connection/read-together'
import { notUndone } from '../study/undone'

/** A card left open says nothing of pace: as Anki does, a minute is the most that counts. */
const MOST_MS = MINUTE_MS

const answerCount: z.ZodType<AnswerCount> = z.object({
  first: z.boolean(),
  rating: z.number(),
  n: z.number(),
  seconds: z.number(),
})

/** A person's grades by rating, the first ones of each question apart. */
export const answerCounts = (userId: UserId): Reading<AnswerCount[]> =>
  reading((json) => z.array(answerCount).parse(json))`
    SELECT coalesce(json_agg(c), '[]') FROM (
      SELECT "first", "rating", count(*)::int AS "n",
        sum(least(coalesce("durationMs", 0), ${MOST_MS}::int))::float8 / 1000 AS "seconds"
      FROM (
        SELECT e."rating", e."durationMs",
          row_number() OVER (PARTITION BY e."questionId" ORDER BY e."at", e."id") = 1 AS "first"
        FROM "ReviewEvent" e
        WHERE e."userId" = ${userId}::uuid AND e."kind" = 'grade' AND ${notUndone()}
      ) grades
      GROUP BY 1, 2
    ) c`
