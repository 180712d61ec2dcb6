import 'server-only'
import { z } from 'zod'
import { withSince } from '../../course/since-then'
import type { Question } from '../../course/types'
import { asUserId, type QuestionId } from '../../kernel/ids'
import { rowsOf } from '../connection/rows-of'

const firstRow = z.object({
  revision: z.number(),
  version: z.number(),
  publishedAt: z.date().transform((at) => at.getTime()),
  publishedById: z.string().transform(asUserId).nullable(),
})

/** The version that first published a revision of a question. */
export type FirstPublished = z.infer<typeof firstRow>

/**
 * Which version first published each revision of a question, oldest first. Reads every catalogue, so it
 * is for a page that somebody asks for and not for what runs often.
 */
export const revisionsOf = (id: QuestionId): Promise<readonly FirstPublished[]> =>
  rowsOf(firstRow)`
    SELECT DISTINCT ON ("revision") found."revision", p."version", p."publishedAt", p."publishedById"
    FROM "PublishedCourse" p, LATERAL (
      SELECT (jsonb_path_query_first(
        p."catalogue", '$.questions[*] ? (@.id == $id)', jsonb_build_object('id', ${id}::text)
      )->>'revision')::int AS "revision"
    ) found
    WHERE found."revision" IS NOT NULL
    ORDER BY "revision", p."version"`

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
