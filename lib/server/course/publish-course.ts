import 'server-only'
import { compileCourse } from '../../compiler/compile'
import type { Fault } from '../../compiler/fault'
import { readCourse } from '../../compiler/read'
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
      readonly title: string
    }
  /** Nothing was published; `version` is what stays in use, if anything. */
  | {
      readonly outcome: 'faulty'
      readonly faults: readonly Fault[]
      readonly version: number | null
    }

/** Compiles the folder against the version published last and publishes it when it differs. */
export async function publishCourse(
  _: WholeScope,
  { folder, now }: { folder: string; now: number },
): Promise<Published> {
  const newest = await newestPublication()
  const previous = newest && (await findCatalogue(newest.version))
  const { catalogue, faults } = compileCourse(await readCourse(folder), { previous })
  if (!catalogue) return { outcome: 'faulty', faults, version: newest?.version ?? null }
  const { title } = catalogue.course
  if (newest && newest.hash === catalogue.hash) {
    return { outcome: 'unchanged', version: newest.version, title }
  }
  const version = await insertPublication(catalogue, now)
  const detail = { version, hash: catalogue.hash }
  await recordAudit({ at: now, actorId: null, kind: 'course_published', detail })
  return { outcome: 'published', version, title }
}
