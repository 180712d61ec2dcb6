import 'server-only'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { bytesOf } from '../../compiler/images/image-file'
import { coursesIn } from '../../compiler/library/library-files'
import { plural } from '../../compiler/report/report'
import { listVersions } from '../../db/course/course-versions'
import { AppError } from '../../kernel/app-error'
import type { WholeScope } from '../whole-scope'
import { filesOfVersion } from './course-files-of'

/**
 * Writes the files of a published version, the newest one unless said, into a folder that is empty or
 * does not exist: a folder for each course, or what is in that of one course. Publishing that folder finds nothing new. Throws not_found, invalid_input.
 */
export async function exportFiles(
  _: WholeScope,
  { folder, version, course }: { folder: string; version: number | null; course: string | null },
): Promise<string> {
  const number = version ?? (await listVersions())[0]?.version
  if (number === undefined) {
    throw new AppError('not_found', 'No course is published yet. Nothing was written.')
  }
  const library = await filesOfVersion(number)
  const courses = coursesIn(library)
  const files = course === null ? library : courses.get(course)
  if (files === undefined) {
    throw new AppError(
      'not_found',
      `Version ${number} has no course “${course}”. It has ${[...courses.keys()].join(', ')}. Nothing was written.`,
    )
  }
  const root = resolve(folder)
  await refuseFull(root, folder)
  for (const file of files) {
    const { path } = file
    const target = join(root, path)
    // What is stored went through the compiler, which takes no such path; a damaged row might have one.
    if (relative(root, target).startsWith('..')) {
      throw new AppError('invalid_input', `The stored path ${path} leads out of ${folder}.`)
    }
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, bytesOf(file))
  }
  return `Wrote ${plural(files.length, 'file')} of version ${number} to ${folder}.`
}

async function refuseFull(root: string, folder: string): Promise<void> {
  try {
    await mkdir(root, { recursive: true })
    if ((await readdir(root)).length === 0) return
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new AppError('invalid_input', `Cannot write to ${folder}: ${why}.`)
  }
  throw new AppError(
    'invalid_input',
    `${folder} is not empty. Nothing was written. Name a folder that is empty or does not exist yet.`,
  )
}
