import 'server-only'
import { courseDifference } from '../../compiler/difference/course-difference'
import { differenceText } from '../../compiler/difference/difference-text'
import { tableOf } from '../../compiler/report/table-of'
import type { Catalogue } from '../../course/types'
import { type CourseVersion, listVersions } from '../../db/course/course-versions'
import { findCatalogue } from '../../db/course/published-course'
import { namesOf } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { WholeScope } from '../whole-scope'
import { compileFolder } from './compile-folder'

const FROM: Readonly<Record<CourseVersion['origin'], string>> = {
  folder: 'folder',
  command: 'command line',
  browser: 'browser',
  stored: 'command, from what was published',
}

/** Every published version, newest first, as a table for a terminal. */
export async function describeVersions(_: WholeScope): Promise<string> {
  const versions = await listVersions()
  if (versions.length === 0) return 'No course is published yet.'
  const names = await namesOf(versions.flatMap(({ publishedById }) => publishedById ?? []))
  const rows = versions.map(({ version, publishedAt, origin, publishedById, note }) => [
    String(version),
    new Date(publishedAt).toISOString().slice(0, 16).replace('T', ' '),
    FROM[origin],
    publishedById === null ? '' : (names.get(publishedById) ?? ''),
    note ?? '',
  ])
  return tableOf([['version', 'published (UTC)', 'from', 'by', 'note'], ...rows])
}

/**
 * What is new in `to` since `from`, in words. Each is the number of a version or a folder. Throws
 * not_found, course_invalid, invalid_input.
 */
export async function describeDifference(
  _: WholeScope,
  { from, to }: { from: string | null; to: string },
): Promise<string> {
  const [newest] = await listVersions()
  if (!newest) throw new AppError('not_found', 'No course is published yet.')
  const before = await courseAt(from ?? String(newest.version))
  return differenceText(courseDifference(before, await courseAt(to)))
}

async function courseAt(name: string): Promise<Catalogue> {
  if (!/^\d+$/.test(name)) {
    return compileFolder(name, null)
  }
  const catalogue = name.length > 9 ? null : await findCatalogue(Number(name))
  if (catalogue !== null) return catalogue
  const [newest] = await listVersions()
  throw new AppError(
    'not_found',
    `There is no version ${name}. The newest is ${newest?.version}. \`steppe course versions\` lists all.`,
  )
}
