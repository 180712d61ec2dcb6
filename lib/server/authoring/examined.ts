import 'server-only'
import type { CourseFiles } from '../../authoring/apply-changes'
import type { Draft } from '../../compiler/draft'
import {
  type CourseDraftRead,
  examineLibrary,
  type LibraryMemory,
  readLibrary,
} from '../../compiler/library/compile-library'
import type { Catalogue } from '../../course/types'

declare global {
  var steppeFilesRead: LibraryMemory | undefined
}

/** Most files are those that were read for the last form. */
const memory = (): LibraryMemory => {
  globalThis.steppeFilesRead ??= new Map()
  return globalThis.steppeFilesRead
}

const listed = (files: CourseFiles) => [...files].map(([path, text]) => ({ path, text }))

/** Courses that are being written, as the compiler sees them after what is published. */
export const examined = (files: CourseFiles, { catalogue }: { readonly catalogue: Catalogue }) =>
  examineLibrary(listed(files), { previous: catalogue, memory: memory() })

/** What can be read of them, without any check. */
export const readFiles = (files: CourseFiles): readonly CourseDraftRead[] =>
  readLibrary(listed(files), memory())

/** What can be read of one of them; undefined for a course that is not there. */
export const draftIn = (drafts: readonly CourseDraftRead[], course: string): Draft | undefined =>
  drafts.find((one) => one.course === course)?.draft
