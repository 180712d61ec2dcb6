import { createHash } from 'node:crypto'
import type { InputFile } from './draft'
import { compare } from './fault'
import { asLibrary, courseOf, coursesIn, withinCourse } from './library/library-files'

/** The files of all courses as they are stored: path to text. */
export type StoredFiles = Readonly<Record<string, string>>

export const toStored = (files: readonly InputFile[]): StoredFiles =>
  Object.fromEntries(inOrder(files).map(({ path, text }) => [path, text]))

/** The same as a library has them: a release that knew only one course stored its paths without its folder. */
export const fromStored = (stored: StoredFiles): readonly InputFile[] =>
  inOrder(asLibrary(Object.entries(stored).map(([path, text]) => ({ path, text }))))

/**
 * SHA-256 over paths and texts. It says whether two folders hold the same, in whatever order they are read.
 * The folder of a course that is alone does not count, so that it has the hash that it always had.
 */
export function hashOfFiles(files: readonly InputFile[]): string {
  const library = asLibrary(files)
  const isAlone = new Set(library.map(({ path }) => courseOf(path))).size === 1
  return hashOf(
    isAlone ? library.map(({ path, text }) => ({ path: withinCourse(path), text })) : library,
  )
}

/** The hash of each course of a library by its id, as `hashOfFiles` has it for a course that is alone. */
export const hashesOfCourses = (library: readonly InputFile[]): ReadonlyMap<string, string> =>
  new Map([...coursesIn(library)].map(([id, own]) => [id, hashOf(own)]))

const hashOf = (files: readonly InputFile[]): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(files).map(({ path, text }) => [path, text])))
    .digest('hex')

const inOrder = (files: readonly InputFile[]): readonly InputFile[] =>
  [...files].sort((a, b) => compare(a.path, b.path))
