import { coursesOf, viewOf } from '../../course/courses'
import type { Catalogue } from '../../course/types'
import type { ImageBytes } from '../../kernel/image'
import { buildCatalogue } from '../build/build-catalogue'
import { imageBytes } from '../build/build-images'
import { joinCourses } from '../build/join-courses'
import { type Compiled, examineCourse } from '../compile'
import type { Draft, InputFile } from '../draft'
import { type Fault, fault, sortFaults } from '../fault'
import { type FileMemory, parseDraft } from '../parse/parse-draft'
import { clashes } from './clashes'
import { coursesIn, FOLDERS } from './library-files'

/** What can be read of a course, by its id. */
export type CourseDraftRead = { readonly course: string; readonly draft: Draft }

/** What the files of each course said when they were read last. */
export type LibraryMemory = Map<string, FileMemory>

/**
 * Compiles the files of all courses, each course by itself, and joins them. Reports all faults at once, by
 * file and line. `previous` is the last published catalogue.
 */
export function compileLibrary(
  files: readonly InputFile[],
  options: { readonly previous: Catalogue | null },
): Compiled {
  const { drafts, faults } = examineLibrary(files, options)
  const catalogues = drafts.flatMap(({ draft }) =>
    faults.length > 0 ? [] : (buildCatalogue(draft) ?? []),
  )
  const images = new Map<string, ImageBytes>(
    catalogues.length === 0
      ? []
      : drafts.flatMap(({ draft }) => imageBytes(draft)).map((image) => [image.file, image]),
  )
  return {
    catalogue: catalogues.length === 0 ? null : joinCourses(catalogues),
    faults,
    images: [...images.values()],
  }
}

/** The same, with what could be read of courses that have faults, for somebody who is writing them. */
export function examineLibrary(
  files: readonly InputFile[],
  {
    previous,
    memory = new Map(),
  }: { readonly previous: Catalogue | null; readonly memory?: LibraryMemory },
): { readonly drafts: readonly CourseDraftRead[]; readonly faults: readonly Fault[] } {
  const before = new Set(previous === null ? [] : coursesOf(previous).map(({ id }) => id))
  const read = [...coursesIn(files)].map(([course, own]) => {
    const options = {
      previous: previous !== null && before.has(course) ? viewOf(previous, [course]) : null,
      memory: memoryOf(memory, course),
    }
    return { course, ...examineCourse(own, options) }
  })
  const faults = [
    ...strays(files),
    ...read.flatMap(({ course, faults: own }) => own.map((one) => placed(course, one))),
    ...read.flatMap(misnamed),
    ...clashes(read),
    ...gone(previous, read),
  ]
  return {
    drafts: read.map(({ course, draft }) => ({ course, draft })),
    faults: sortFaults(faults),
  }
}

/** What can be read of each course, without any check. */
export const readLibrary = (
  files: readonly InputFile[],
  memory: LibraryMemory = new Map(),
): readonly CourseDraftRead[] =>
  [...coursesIn(files)].map(([course, own]) => ({
    course,
    draft: parseDraft(own, null, memoryOf(memory, course)).draft,
  }))

function memoryOf(memory: LibraryMemory, course: string): FileMemory {
  const own = memory.get(course) ?? new Map()
  memory.set(course, own)
  return own
}

const placed = (course: string, one: Fault): Fault => ({ ...one, file: `${course}/${one.file}` })

function strays(files: readonly InputFile[]): readonly Fault[] {
  if (files.length === 0) {
    return [fault({ file: 'course.yaml', line: 1 }, 'file', 'course.yaml is missing')]
  }
  return files
    .filter(({ path }) => !path.includes('/'))
    .map(({ path }) =>
      fault({ file: path, line: 1 }, 'file', 'this file is not in the folder of a course'),
    )
}

/** Files are put together by the folder, and everything else by the id. */
function misnamed({ course, draft }: CourseDraftRead): readonly Fault[] {
  if (draft.course === null) return []
  const { value, at } = draft.course
  const faults: Fault[] = []
  if (value.id !== course) {
    const message = `the course has the id \`${value.id}\`, and its folder the name \`${course}\`: they must be the same`
    faults.push(placed(course, fault(at(['id']), 'course-id', message)))
  }
  if (FOLDERS.includes(course)) {
    const message = `\`${course}\` is the name of a folder of each course: choose another id`
    faults.push(placed(course, fault(at(['id']), 'course-id', message)))
  }
  return faults
}

/** Answers to the questions of a course stay in the log, and must not refer to nothing. */
function gone(previous: Catalogue | null, read: readonly CourseDraftRead[]): readonly Fault[] {
  if (previous === null) return []
  return coursesOf(previous).flatMap(({ id, retired }) => {
    if (read.some(({ course }) => course === id)) return []
    const count = viewOf(previous, [id]).questions.length + retired.length
    if (count === 0) return []
    const message = `the course \`${id}\` is published with ${count} question${count === 1 ? '' : 's'}, and its folder is missing`
    return [fault({ file: `${id}/course.yaml`, line: 1 }, 'file', message)]
  })
}
