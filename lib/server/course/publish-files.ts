import 'server-only'
import { hashOfFiles, toStored } from '../../compiler/course-files'
import type { InputFile } from '../../compiler/draft'
import type { Fault } from '../../compiler/fault'
import { asLibrary } from '../../compiler/library/library-files'
import { together } from '../../db/connection/together'
import { insertImages } from '../../db/course/course-images'
import {
  type CourseOrigin,
  insertVersion,
  keepFiles,
  listVersions,
  lockPublishing,
} from '../../db/course/course-versions'
import { recordAudit } from '../../db/people/audit'
import type { QuestionId } from '../../kernel/ids'
import type { InstructorScope } from '../scope'
import type { WholeScope } from '../whole-scope'
import { compileNext } from './compile-next'

export type FilesToPublish = {
  /** Of all courses. */
  readonly files: readonly InputFile[]
  readonly origin: CourseOrigin
  /** What is new in the publisher's words. */
  readonly note: string | null
  /** The version that these files were made from; null if there was none. */
  readonly expectedVersion: number | null
  /** Questions that those who know them are asked again soon, because what they rest on has changed. */
  readonly retest?: readonly QuestionId[]
  /** What is written with the new version or not at all. */
  readonly also?: (version: number) => Promise<void>
  readonly now: number
}

export type Publishing =
  | {
      readonly outcome: 'published' | 'unchanged'
      readonly version: number
      readonly hash: string
    }
  /** Nothing was published; `version` is what stays in use, if anything. */
  | {
      readonly outcome: 'faulty'
      readonly faults: readonly Fault[]
      readonly version: number | null
    }
  /** Somebody published meanwhile. Nothing was published, and nothing of theirs was lost. */
  | { readonly outcome: 'outdated'; readonly version: number | null }

/**
 * Compiles files against the newest version and publishes them when they differ from it. Every way to
 * publish goes through this verb. Whoever learned what a question no longer means is asked to learn it
 * again by the next run of the jobs, or by whoever calls `askToRelearn`.
 */
export async function publishFiles(
  publisher: WholeScope | InstructorScope,
  { files: given, origin, note, expectedVersion, retest = [], also, now }: FilesToPublish,
): Promise<Publishing> {
  const files = asLibrary(given)
  const [newest] = await listVersions()
  const version = newest?.version ?? null
  if (version !== expectedVersion) return { outcome: 'outdated', version }
  const { catalogue, faults, images } = await compileNext(files, version)
  if (!catalogue) return { outcome: 'faulty', faults, version }
  const stored = { files: toStored(files), filesHash: hashOfFiles(files) }
  const { hash } = catalogue
  return together(async () => {
    await lockPublishing()
    const [current] = await listVersions()
    if ((current?.version ?? null) !== version) {
      return { outcome: 'outdated', version: current?.version ?? null }
    }
    if (current?.hash === hash) {
      const unchanged = { outcome: 'unchanged' as const, version: current.version, hash }
      if (current.filesHash === stored.filesHash) return unchanged
      if (current.filesHash === null) {
        await keepFiles(current.version, stored)
        return unchanged
      }
    }
    await insertImages(images, now)
    const publishedById = 'user' in publisher ? publisher.user.id : null
    const made = await insertVersion({
      ...{ catalogue, ...stored, origin, publishedById, note, retest, now },
    })
    const detail = {
      versionBefore: version,
      version: made,
      hashBefore: newest?.hash ?? null,
      hash,
      origin,
      note,
    }
    await recordAudit({ at: now, actorId: publishedById, kind: 'course_published', detail })
    await also?.(made)
    return { outcome: 'published', version: made, hash }
  })
}
