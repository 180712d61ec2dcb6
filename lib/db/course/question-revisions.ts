import 'server-only'
import { z } from 'zod'
import type { FirstPublished } from '../../course/question-history'
import { withSince } from '../../course/since-then'
import type { Question } from '../../course/types'
import type { QuestionId } from '../../kernel/ids'
import { type Reading, reading } from '../connection/read-together'
import { rowsOf } from '../connection/rows-of'

const firstRow: z.ZodType<FirstPublished> = z.object({
  revision: z.number(),
  version: z.number(),
  publishedAt: z.number(),
  publishedBy: z.string().nullable(),
})

/** Which version first published each revision of a question, oldest first. */
export const revisionsOf = (id: QuestionId): Reading<readonly FirstPublished[]> =>
  reading((json) => z.array(firstRow).parse(json))`
    SELECT coalesce(json_agg(json_build_object(
      'revision', r."revision", 'version', p."version", 'publishedBy', u."name",
      'publishedAt', (extract(epoch FROM p."publishedAt") * 1000)::int8
    ) ORDER BY r."revision"), '[]')
    FROM "QuestionRevision" r JOIN "PublishedCourse" p ON p."version" = r."firstVersion"
    LEFT JOIN "User" u ON u."id" = p."publishedById"
    WHERE r."questionId" = ${id}`

const lastRow = z.object({ question: z.custom<Question>(isQuestion) })

/** What the compiler stored as a question; its readers understand every release. */
function isQuestion(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && 'revision' in value
}

/** These questions as the newest version that asked them had them, up to this version. */
export async function lastAsked(
  ids: readonly QuestionId[],
  upTo: number,
): Promise<readonly Question[]> {
  if (ids.length === 0) return []
  const rows = await rowsOf(lastRow)`
    SELECT DISTINCT ON (q->>'id') q AS "question"
    FROM "PublishedCourse" p, LATERAL jsonb_array_elements(p."catalogue"->'questions') q
    WHERE p."version" <= ${upTo} AND q->>'id' = ANY(${[...ids]}::text[])
    ORDER BY q->>'id', p."version" DESC`
  return rows.map(({ question }) => withSince(question))
}
