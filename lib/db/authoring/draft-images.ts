import 'server-only'
import { z } from 'zod'
import { database } from '../connection/client'

/** The file of an image that came with a draft. `file`: the hash of its bytes, with its ending. */
export type DraftImage = { readonly file: string; readonly bytes: Uint8Array<ArrayBuffer> }

const imageRow: z.ZodType<DraftImage> = z.object({
  file: z.string(),
  bytes: z.instanceof(Uint8Array).transform((bytes) => new Uint8Array(bytes)),
})

const fields = { file: true, bytes: true } as const

/** Those of one draft. */
export async function draftImages(draftId: string): Promise<readonly DraftImage[]> {
  const rows = await database().draftImage.findMany({ where: { draftId }, select: fields })
  return rows.map((row) => imageRow.parse(row))
}

export async function findDraftImage(draftId: string, file: string): Promise<DraftImage | null> {
  const row = await database().draftImage.findUnique({
    where: { draftId_file: { draftId, file } },
    select: fields,
  })
  return row && imageRow.parse(row)
}

/** Harmless when the draft has it already. */
export async function insertDraftImage(
  draftId: string,
  image: DraftImage,
  now: number,
): Promise<void> {
  await database().draftImage.createMany({
    data: [{ ...image, draftId, addedAt: new Date(now) }],
    skipDuplicates: true,
  })
}

/** All that came with this draft. */
export async function deleteDraftImages(draftId: string): Promise<void> {
  await database().draftImage.deleteMany({ where: { draftId } })
}

/** Those that came before this instant, except these. */
export async function deleteUnusedDraftImages(
  draftId: string,
  used: readonly string[],
  before: number,
): Promise<void> {
  await database().draftImage.deleteMany({
    where: { draftId, file: { notIn: [...used] }, addedAt: { lt: new Date(before) } },
  })
}
