import 'server-only'
import type { CourseFiles } from '../../authoring/apply-changes'
import { examineCourse } from '../../compiler/compile'
import { type FileMemory, parseDraft } from '../../compiler/parse/parse-draft'
import type { Catalogue } from '../../course/types'

declare global {
  var steppeFilesRead: FileMemory | undefined
}

/** Most files are those that were read for the last form. */
const memory = (): FileMemory => {
  globalThis.steppeFilesRead ??= new Map()
  return globalThis.steppeFilesRead
}

const listed = (files: CourseFiles) => [...files].map(([path, text]) => ({ path, text }))

/** A course that is being written, as the compiler sees it after what is published. */
export const examined = (files: CourseFiles, { catalogue }: { readonly catalogue: Catalogue }) =>
  examineCourse(listed(files), { previous: catalogue, memory: memory() })

/** What can be read of it, without any check. */
export const readFiles = (files: CourseFiles) => parseDraft(listed(files), null, memory()).draft
