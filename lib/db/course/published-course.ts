import 'server-only'
import { z } from 'zod'
import { withSince } from '../../course/since-then'
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
  const row = await database().publishedCourse.findUnique({
    where: { version },
    select: { hash: true, catalogue: true },
  })
  if (!row) return null
  if (isCatalogue(row.catalogue) && row.catalogue.hash === row.hash) return completed(row.catalogue)
  throw new Error(`Version ${version} of the published course is damaged. Restore a backup.`)
}

/** The hash stays that of what was stored, which it names. */
const completed = (stored: Catalogue): Catalogue => ({
  ...stored,
  course: { ...{ subjects: [], retired: [] }, ...stored.course },
  questions: stored.questions.map(withSince),
})

const listed = z.array(z.object({ id: z.string() }))

/**
 * Only what tells a catalogue from anything else: the compiler checked it before it was published,
 * and its readers must still understand the versions that earlier releases published.
 */
const catalogueShape = z.object({
  hash: z.string(),
  course: z.object({ id: z.string(), modules: listed, topics: listed }),
  sources: listed,
  entities: listed,
  facts: listed,
  lessons: listed,
  questions: listed,
})

const isCatalogue = (json: unknown): json is Catalogue => catalogueShape.safeParse(json).success
