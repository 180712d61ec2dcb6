import 'server-only'
import { heldBackWords, versionsSinceFolder } from '../../course/version-lineage'
import { type CourseVersion, listVersions } from '../../db/course/course-versions'
import { findCatalogue } from '../../db/course/published-course'
import { namesOf } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { InstructorScope } from '../scope'

export type VersionRow = Pick<
  CourseVersion,
  'version' | 'publishedAt' | 'origin' | 'note' | 'hash'
> & {
  /** Who published it in the browser; null for a start, the command line and deleted accounts. */
  readonly by: string | null
  /** Whether its files are kept, so that it can be exported or published once more. */
  readonly hasFiles: boolean
}

export type VersionsView = {
  /** Newest first. */
  readonly versions: readonly VersionRow[]
  /** Why the folder of this server is not what is published, if it has changed and nobody merged it. */
  readonly heldBack: string | null
}

/** Every version of the course that was ever published. */
export async function loadVersions(_: InstructorScope): Promise<VersionsView> {
  const versions = await listVersions()
  const isHeldBack = versions[0]?.heldBack != null
  return {
    versions: await rowsOf(versions),
    heldBack: isHeldBack ? heldBackWords(versionsSinceFolder(versions)) : null,
  }
}

/** One version, and what is new in it. Throws not_found. */
export async function loadVersion(_: InstructorScope, { version }: { version: number }) {
  const versions = await listVersions()
  const index = versions.findIndex((one) => one.version === version)
  const catalogue = index < 0 ? null : await findCatalogue(version)
  if (!catalogue) throw new AppError('not_found', 'The course has no such version.')
  const before = versions[index + 1]?.version ?? null
  const previous = before === null ? null : await findCatalogue(before)
  const { courseDifference } = await import('../../compiler/difference/course-difference')
  const { differenceSummary } = await import('../../compiler/difference/difference-text')
  const difference = courseDifference(previous, catalogue)
  const [row] = await rowsOf(versions.slice(index, index + 1))
  if (!row) throw new AppError('not_found', 'The course has no such version.')
  const after = versions[index - 1]?.version ?? null
  return { row, before, after, difference, summary: differenceSummary(difference) }
}

export type VersionView = Awaited<ReturnType<typeof loadVersion>>

async function rowsOf(versions: readonly CourseVersion[]): Promise<readonly VersionRow[]> {
  const names = await namesOf(versions.flatMap(({ publishedById }) => publishedById ?? []))
  return versions.map(
    ({ version, publishedAt, origin, note, hash, filesHash, publishedById: by }) => ({
      ...{ version, publishedAt, origin, note, hash },
      by: by === null ? null : (names.get(by) ?? null),
      hasFiles: filesHash !== null,
    }),
  )
}
