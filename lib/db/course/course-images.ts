import 'server-only'
import type { ImageBytes } from '../../kernel/image'
import { database } from '../connection/client'

/** Harmless when an image is there already: its name is the hash of its bytes. */
export async function insertImages(images: readonly ImageBytes[], now: number): Promise<void> {
  if (images.length === 0) return
  await database().courseImage.createMany({
    data: images.map((image) => ({ ...image, addedAt: new Date(now) })),
    skipDuplicates: true,
  })
}

/** Null when no published version has this image. */
export async function findImage(file: string): Promise<ImageBytes | null> {
  const row = await database().courseImage.findUnique({
    where: { file },
    select: { file: true, type: true, bytes: true },
  })
  return row && { ...row, bytes: new Uint8Array(row.bytes) }
}
