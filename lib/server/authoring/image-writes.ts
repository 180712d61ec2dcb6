import 'server-only'
import type { CourseFiles } from '../../authoring/apply-changes'
import { newId } from '../../authoring/thing'
import { readTarget } from '../../compiler/edit/edit-file'
import { CONTENT, type Fields, type Target } from '../../compiler/edit/target'
import { entriesOf } from '../../compiler/edit/yaml-list'
import type { Workspace, Write } from './draft-of'

/**
 * An image as its form says it, with the file that was chosen for it. The file keeps its name when another
 * one of the same sort is chosen; what no image names any more goes.
 */
export function imageWrites(
  { files }: Workspace,
  course: string,
  typed: Fields,
  { loaded, content = null }: { readonly loaded: Fields | null; readonly content?: string | null },
): { readonly fields: Fields; readonly beside: readonly Write[] } {
  const before = typeof loaded?.file === 'string' ? loaded.file : null
  // The name of a file is not typed: without another file it stays.
  if (content === null) return { fields: { ...typed, file: before ?? undefined }, beside: [] }
  const file = nameFor(files, course, before, String(typed.file ?? 'image'), content)
  const chosen: Write = [imageFile(course, file), { [CONTENT]: content }]
  const gone =
    before === null || before === file || namesOf(files, course, String(typed.id)).includes(before)
      ? []
      : [[imageFile(course, before), null] as const]
  return { fields: { ...typed, file }, beside: [chosen, ...gone] }
}

export const imageFile = (course: string, file: string): Target => ({
  path: `${course}/images/${file}`,
  list: null,
  id: file,
})

/** The files that the images of a course name, except this one. */
export const namesOf = (files: CourseFiles, course: string, but: string): readonly unknown[] =>
  (entriesOf(files.get(`${course}/images.yaml`) ?? '', 'images') ?? [])
    .filter(({ id }) => id !== but)
    .map(({ fields }) => fields.file)

function nameFor(
  files: CourseFiles,
  course: string,
  before: string | null,
  name: string,
  content: string,
): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (before?.endsWith(`.${ending}`)) return before
  const isTaken = (file: string) => {
    const target = imageFile(course, file)
    const there = readTarget(files.get(target.path), target)
    return there !== null && there[CONTENT] !== content
  }
  const words = name.slice(0, Math.max(0, name.lastIndexOf('.')))
  return `${newId(words === '' ? 'image' : words, (id) => isTaken(`${id}.${ending}`))}.${ending}`
}
