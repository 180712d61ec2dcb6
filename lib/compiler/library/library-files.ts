import { parseDocument } from 'yaml'
import type { InputFile } from '../draft'
import { compare } from '../fault'

// A library is the files of all courses, each path with the folder of its course in front. The folder has
// the id of the course as its name.

/** What lies in the folder of a course, and so can be the name of none. */
export const FOLDERS: readonly string[] = ['sources', 'facts', 'lessons', 'questions', 'images']

/**
 * Files as a library has them. What was read from the folder of one course, and what releases before there
 * were several courses have stored, gets the id of that course in front.
 */
export function asLibrary<F extends InputFile>(files: readonly F[]): readonly InputFile[] {
  const id = aloneIn(files)
  return id === null ? files : files.map(({ path, text }) => ({ path: `${id}/${path}`, text }))
}

/** The id of the one course whose folder this is; null for a library. */
export function aloneIn(files: readonly InputFile[]): string | null {
  const file = files.find(({ path }) => path === 'course.yaml')
  return file === undefined ? null : idIn(file.text)
}

/** A course whose file cannot be read has a name too, so that its faults can be told. */
function idIn(text: string): string {
  const document = parseDocument(text, { prettyErrors: false })
  const value: unknown = document.errors.length > 0 ? null : document.toJS()
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'string' && /^[a-z0-9-]+$/.test(id) ? id : 'course'
}

/** The courses of a library by their ids, in their order, each with its files as its own folder has them. */
export function coursesIn(
  library: readonly InputFile[],
): ReadonlyMap<string, readonly InputFile[]> {
  const courses = new Map<string, InputFile[]>()
  for (const { path, text } of library) {
    const at = path.indexOf('/')
    if (at < 1) continue
    const own = courses.get(path.slice(0, at)) ?? []
    own.push({ path: path.slice(at + 1), text })
    courses.set(path.slice(0, at), own)
  }
  return new Map([...courses].sort(([a], [b]) => compare(a, b)))
}

/** A library in which these courses stand as `over` has them. Every other course stays byte for byte. */
export function overlaid(
  library: readonly InputFile[],
  over: readonly InputFile[],
): readonly InputFile[] {
  const replaced = new Set(coursesIn(over).keys())
  return [...library.filter(({ path }) => !replaced.has(courseOf(path))), ...over]
}

/** The course in whose folder a path of a library leads. */
export const courseOf = (path: string): string => path.slice(0, Math.max(0, path.indexOf('/')))

/** A path as the folder of its course has it. */
export const withinCourse = (path: string): string => path.slice(path.indexOf('/') + 1)
