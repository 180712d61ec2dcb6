import 'server-only'
import { z } from 'zod'
import type { ParagraphSearch } from '../../authoring/paragraph-search'
import { asUserId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import { rowsOf } from '../connection/rows-of'

/** The text of a source that somebody added in the browser. */
export type OwnDocument = {
  readonly sourceId: string
  readonly draftId: string
  /** The first is paragraph 1. */
  readonly paragraphs: readonly string[]
  readonly addedById: UserId
  readonly addedAt: number
}

const documentRow: z.ZodType<OwnDocument> = z.object({
  sourceId: z.string(),
  draftId: z.string(),
  paragraphs: z.array(z.string()),
  addedById: z.string().transform(asUserId),
  addedAt: z.date().transform((date) => date.getTime()),
})

export async function findOwnDocument(sourceId: string): Promise<OwnDocument | null> {
  const row = await database().ownDocument.findUnique({ where: { sourceId } })
  return row && documentRow.parse(row)
}

const excerptRow = z.object({ sourceId: z.string(), number: z.number(), excerpt: z.string() })

/**
 * The first `most` paragraphs of these stretches in whose text all that is looked for stands, in the order
 * of the stretches; capitals and accents do not count. Of each there are `characters` at most.
 */
export function findParagraphs(
  { patterns, stretches }: ParagraphSearch,
  { most, characters }: { readonly most: number; readonly characters: number },
): Promise<z.infer<typeof excerptRow>[]> {
  const placed = JSON.stringify(stretches.map((stretch, place) => ({ ...stretch, place })))
  return rowsOf(excerptRow)`
    SELECT d."sourceId", p.number::int, left(p.text, ${characters}::int) AS excerpt
    FROM jsonb_to_recordset(${placed}::jsonb)
      AS s("place" int, "source" text, "from" int, "to" int, "lacks" int[])
    JOIN "OwnDocument" d ON d."sourceId" = s."source"
    CROSS JOIN LATERAL jsonb_array_elements_text(d."paragraphs") WITH ORDINALITY AS p(text, number)
    WHERE p.number BETWEEN s."from" AND s."to" AND NOT EXISTS (
      SELECT FROM unnest(s."lacks") AS w(i) WHERE p.text !~* (${[...patterns]}::text[])[w.i]
    )
    ORDER BY s."place", p.number LIMIT ${most}`
}

export async function insertOwnDocument({ addedAt, ...document }: OwnDocument): Promise<void> {
  await database().ownDocument.create({
    data: { ...document, paragraphs: [...document.paragraphs], addedAt: new Date(addedAt) },
  })
}

/** The sources whose ids begin so and that have a text, be they published or not. */
export async function ownSourcesLike(begin: string): Promise<ReadonlySet<string>> {
  const rows = await database().ownDocument.findMany({
    where: { sourceId: { startsWith: begin } },
    select: { sourceId: true },
  })
  return new Set(rows.map(({ sourceId }) => sourceId))
}

/** Only one that came with this draft. */
export async function deleteOwnDocument(draftId: string, sourceId: string): Promise<void> {
  await database().ownDocument.deleteMany({ where: { draftId, sourceId } })
}

/** All that came with this draft, except those of these sources. */
export async function deleteOwnDocuments(draftId: string, kept: readonly string[]): Promise<void> {
  await database().ownDocument.deleteMany({ where: { draftId, sourceId: { notIn: [...kept] } } })
}
