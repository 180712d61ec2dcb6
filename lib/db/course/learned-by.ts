import 'server-only'
import { z } from 'zod'
import { asCohortId, type CohortId, type QuestionId, type UserId } from '../../kernel/ids'
import { rowsOf } from '../connection/rows-of'

/** How many analysts of a cohort have learned one of some questions. `cohortId`: null for those in none. */
export type LearnedBy = {
  readonly cohortId: CohortId | null
  readonly cohort: string | null
  readonly people: number
}

/**
 * How many people have learned one of these questions, by cohort. Whoever is in several counts in each.
 * `instructor`: only the cohorts that this person instructs.
 */
export async function learnedBy(
  questionIds: readonly QuestionId[],
  instructor: UserId | null,
): Promise<readonly LearnedBy[]> {
  const rows = await rowsOf(
    z.object({
      cohortId: z.string().transform(asCohortId).nullable(),
      cohort: z.string().nullable(),
      people: z.number(),
    }),
  )`
    WITH learned AS (
      SELECT DISTINCT "userId" FROM "Card"
      WHERE "questionId" = ANY(${[...questionIds]}::text[]) AND "phase" <> 'new'
    )
    SELECT c."id" AS "cohortId", c."name" AS "cohort", count(*)::int AS "people"
    FROM learned l
    LEFT JOIN "Membership" m ON m."userId" = l."userId" AND m."role" = 'learner'
    LEFT JOIN "Cohort" c ON c."id" = m."cohortId"
    WHERE ${instructor}::uuid IS NULL OR EXISTS (
      SELECT FROM "Membership" i
      WHERE i."cohortId" = c."id" AND i."userId" = ${instructor}::uuid AND i."role" <> 'learner'
    )
    GROUP BY c."id", c."name"
    ORDER BY c."name" NULLS LAST`
  return rows
}
