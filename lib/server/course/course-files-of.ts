import 'server-only'
import { fromStored } from '../../compiler/course-files'
import type { InputFile } from '../../compiler/draft'
import { findFiles, listVersions } from '../../db/course/course-versions'
import { AppError } from '../../kernel/app-error'

/** The files of a version, each path with its course in front; null when it kept none. */
export async function keptFiles(version: number): Promise<readonly InputFile[] | null> {
  const stored = await findFiles(version)
  return stored === null ? null : fromStored(stored)
}

/** The same. Throws not_found, also for a version that kept none. */
export async function filesOfVersion(version: number): Promise<readonly InputFile[]> {
  const kept = await keptFiles(version)
  if (kept !== null) return kept
  const versions = await listVersions()
  const [newest] = versions
  if (versions.some((one) => one.version === version)) {
    throw new AppError(
      'not_found',
      `Version ${version} was published by an earlier release of Steppe, which did not keep its files. Nothing was done.`,
    )
  }
  throw new AppError(
    'not_found',
    newest
      ? `There is no version ${version}. The newest is ${newest.version}. Nothing was done.`
      : 'No course is published yet. Nothing was done.',
  )
}
