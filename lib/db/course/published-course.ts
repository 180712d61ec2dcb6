import 'server-only'
import type { Catalogue } from '../../course/types'
import { database } from '../connection/client'

export type Publication = {
  readonly version: number
  readonly hash: string
  readonly publishedAt: number
}

/** The newest version without its content: what a process compares its cache with. */
export async function newestPublication(): Promise<Publication | null> {
  const row = await database().publishedCourse.findFirst({
    orderBy: { version: 'desc' },
    select: { version: true, hash: true, publishedAt: true },
  })
  return row && { ...row, publishedAt: row.publishedAt.getTime() }
}

export async function findCatalogue(version: number): Promise<Catalogue | null> {
  const row = await database().publishedCourse.findUnique({ where: { version } })
  // Written by insertPublication from a compiled catalogue and by nothing else.
  return row && (row.catalogue as unknown as Catalogue)
}

/** Keeps every version ever published. Returns the new version. */
export async function insertPublication(catalogue: Catalogue, now: number): Promise<number> {
  const row = await database().publishedCourse.create({
    data: {
      courseId: catalogue.course.id,
      hash: catalogue.hash,
      catalogue: JSON.parse(JSON.stringify(catalogue)),
      publishedAt: new Date(now),
    },
    select: { version: true },
  })
  return row.version
}
