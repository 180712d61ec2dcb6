import 'server-only'
import type { Fault } from '../../compiler/fault'
import {
  findCatalogue,
  insertPublication,
  newestPublication,
} from '../../db/course/published-course'
import { recordAudit } from '../../db/people/audit'
import type { WholeScope } from '../whole-scope'

export type Published =
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

/**
 * Compiles the folder against the version published last and publishes it when it differs. `compiled`:
 * the hash of the catalogue that these very files are known to make, or null. If it is published, there
 * is nothing to compile, and the compiler is not even loaded.
 */
export async function publishCourse(
  _: WholeScope,
  { folder, compiled, now }: { folder: string; compiled: string | null; now: number },
): Promise<Published> {
  const newest = await newestPublication()
  if (newest && newest.hash === compiled) {
    return { outcome: 'unchanged', version: newest.version, hash: newest.hash }
  }
  const previous = newest && (await findCatalogue(newest.version))
  const { compileCourse } = await import('../../compiler/compile')
  const { readCourse } = await import('../../compiler/read')
  const { catalogue, faults } = compileCourse(await readCourse(folder), { previous })
  if (!catalogue) return { outcome: 'faulty', faults, version: newest?.version ?? null }
  const { hash } = catalogue
  if (newest && newest.hash === hash) {
    return { outcome: 'unchanged', version: newest.version, hash }
  }
  const version = await insertPublication(catalogue, now)
  await recordAudit({ at: now, actorId: null, kind: 'course_published', detail: { version, hash } })
  return { outcome: 'published', version, hash }
}
