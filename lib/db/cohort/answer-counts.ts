import 'server-only'
import type { UserId } from '../../kernel/ids'
import type { AnswerCount } from '../../memory/forecast/habits'
import { database } from '../connection/client'

/** A card left open says nothing of pace: as Anki does, a minute is the most that counts. */
const MOST_MS = 60_000

/** A person's grades by rating, the first ones of each question apart. */
export async function answerCounts(userId: UserId): Promise<AnswerCount[]> {
  return database().$queryRaw<AnswerCount[]>`
    SELECT "first", "rating", count(*)::int AS "n",
      sum(least(coalesce("durationMs", 0), ${MOST_MS}))::float8 / 1000 AS "seconds"
    FROM (
      SELECT "rating", "durationMs",
        row_number() OVER (PARTITION BY "questionId" ORDER BY "at", "id") = 1 AS "first"
      FROM "ReviewEvent" WHERE "userId" = ${userId}::uuid AND "kind" = 'grade'
    ) grades
    GROUP BY 1, 2`
}
