import 'server-only'
import { z } from 'zod'
import { asUserId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'

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

/** The texts of those sources among these that have one. */
export async function ownDocumentsOf(
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database().ownDocument.findMany({
    where: { sourceId: { in: [...sourceIds] } },
  })
  return new Map(
    rows.map((row) => documentRow.parse(row)).map((one) => [one.sourceId, one.paragraphs]),
  )
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
