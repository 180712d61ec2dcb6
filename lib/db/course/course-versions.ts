import 'server-only'
import { z } from 'zod'
import type { Catalogue } from '../../course/types'
import { asUserId, type QuestionId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'

/**
 * Where a version came from: the folder of every start, another folder by a command, a browser, or a
 * command that changed what was published.
 */
export type CourseOrigin = 'folder' | 'command' | 'browser' | 'stored'

/** A published version without its content. */
export type CourseVersion = {
  readonly version: number
  readonly hash: string
  readonly publishedAt: number
  readonly origin: CourseOrigin
  /** Null for a start and for the command line. */
  readonly publishedById: UserId | null
  readonly note: string | null
  /** SHA-256 of its files; null for what earlier releases published, which kept none. */
  readonly filesHash: string | null
  /** The hash of the files in the folder that the last start did not publish over this version. */
  readonly heldBack: string | null
}

const COLUMNS = {
  version: true,
  hash: true,
  publishedAt: true,
  origin: true,
  publishedById: true,
  note: true,
  filesHash: true,
  heldBack: true,
} as const

/** Every version, newest first. */
export async function listVersions(): Promise<readonly CourseVersion[]> {
  const rows = await database().publishedCourse.findMany({
    select: COLUMNS,
    orderBy: { version: 'desc' },
  })
  return rows.map((row) => ({
    ...row,
    publishedAt: row.publishedAt.getTime(),
    publishedById: row.publishedById === null ? null : asUserId(row.publishedById),
  }))
}

const filesOf = z.record(z.string(), z.string())

/** The files of a version, path to text; null when it kept none, or when there is no such version. */
export async function findFiles(version: number): Promise<Readonly<Record<string, string>> | null> {
  const row = await database().publishedCourse.findUnique({
    where: { version },
    select: { files: true },
  })
  return row === null || row.files === null ? null : filesOf.parse(row.files)
}

/** Of those that publish at once, one goes on and the others wait. Within `together`. */
export async function lockPublishing(): Promise<void> {
  await database().$executeRaw`SELECT pg_advisory_xact_lock(72707373)`
}

export type NewVersion = {
  readonly catalogue: Catalogue
  readonly files: Readonly<Record<string, string>>
  readonly filesHash: string
  readonly origin: CourseOrigin
  readonly publishedById: UserId | null
  readonly note: string | null
  /** Questions that those who know them are asked again soon. */
  readonly retest: readonly QuestionId[]
  readonly now: number
}

/** Keeps every version ever published. Returns the new version. */
export async function insertVersion({
  catalogue,
  now,
  retest,
  ...rest
}: NewVersion): Promise<number> {
  const row = await database().publishedCourse.create({
    data: {
      ...rest,
      retest: [...retest],
      courseId: catalogue.course.id,
      hash: catalogue.hash,
      catalogue: JSON.parse(JSON.stringify(catalogue)),
      publishedAt: new Date(now),
    },
    select: { version: true },
  })
  return row.version
}

/** For a version of an earlier release, whose files have been found to make it. */
export async function keepFiles(
  version: number,
  kept: { readonly files: Readonly<Record<string, string>>; readonly filesHash: string },
): Promise<void> {
  await database().publishedCourse.update({ where: { version }, data: kept })
}

/** Notes the files that a start left unpublished, or that there are none. */
export async function noteHeldBack(version: number, heldBack: string | null): Promise<void> {
  await database().publishedCourse.update({ where: { version }, data: { heldBack } })
}
