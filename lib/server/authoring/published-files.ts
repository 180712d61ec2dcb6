import 'server-only'
import type { CourseFiles } from '../../authoring/apply-changes'
import { courseFileOf, isNamed, newPath, THINGS, type Thing, targetOf } from '../../authoring/thing'
import { fromStored } from '../../compiler/course-files'
import { entriesOf } from '../../compiler/edit/yaml-list'
import type { LookUp } from '../../course/look-up'
import type { Catalogue } from '../../course/types'
import { findFiles } from '../../db/course/course-versions'
import { newestPublication } from '../../db/course/published-course'
import { AppError } from '../../kernel/app-error'
import { requireCourse } from '../current-course'
import { readFiles } from './examined'

/** The newest version of the course with the files that it was compiled from. */
export type PublishedFiles = {
  readonly version: number
  readonly catalogue: Catalogue
  readonly look: LookUp
  readonly files: CourseFiles
  /**
   * The file in which a thing stands; null for one that is not published. `course`: whose names are meant,
   * for things that several courses may have, such as states.
   */
  readonly pathOf: (thing: Thing, id: string, course: string) => string | null
}

declare global {
  var steppeFiles: PublishedFiles | undefined
}

/**
 * From this process's cache when that is still the newest. Throws course_not_published, and not_found for
 * a version of an earlier release, which kept no files.
 */
export async function publishedFiles(): Promise<PublishedFiles> {
  const course = await requireCourse({ newest: await newestPublication() })
  const { version, catalogue, look } = course
  const cached = globalThis.steppeFiles
  if (cached?.version === version && cached.catalogue === catalogue) return cached
  const stored = await findFiles(version)
  if (stored === null) {
    throw new AppError(
      'not_found',
      'The published course was made by an earlier release, which kept no files to edit. Nothing was changed. Restart the server: it publishes the course from the content folder again.',
    )
  }
  const files = new Map(fromStored(stored).map(({ path, text }) => [path, text]))
  const pathOf = pathsIn(files)
  globalThis.steppeFiles = { version, catalogue, look, files, pathOf }
  return globalThis.steppeFiles
}

function pathsIn(files: CourseFiles): PublishedFiles['pathOf'] {
  const found = new Map<string, string>()
  for (const { course, draft } of readFiles(files)) {
    const note = (thing: Thing, id: string, path: string) =>
      found.set(`${thing} ${id}`, `${course}/${path}`)
    for (const { value, at } of draft.questions) note('questions', value.id, at().file)
    for (const { value, at } of draft.facts) note('facts', value.id, at().file)
    for (const { value, at } of draft.sources) note('sources', value.id, at().file)
    for (const { value, file } of draft.lessons) note('lessons', value.id, file)
    for (const { id } of draft.course?.value.modules ?? []) note('modules', id, 'course.yaml')
    for (const { id } of draft.course?.value.topics ?? []) note('topics', id, 'course.yaml')
    found.set(`courses ${course}`, courseFileOf(course))
    for (const thing of THINGS.filter(isNamed)) {
      const path = newPath(course, thing, '', {}, () => null)
      const { list } = targetOf(thing, '', path)
      for (const { id } of entriesOf(files.get(path) ?? '', list ?? '') ?? []) {
        found.set(`${thing} ${course}/${id}`, path)
      }
    }
  }
  return (thing, id, course) =>
    found.get(`${thing} ${isNamed(thing) ? `${course}/${id}` : id}`) ?? null
}
