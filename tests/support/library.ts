import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { InputFile } from '@/lib/compiler/draft'
import { asLibrary } from '@/lib/compiler/library/library-files'
import { fixtureFiles } from './course-fixture'
import { SECOND_COURSE } from './second-course'

/** Both invented courses, as a content folder has them. */
export const bothCourses = async (): Promise<readonly InputFile[]> => [
  ...asLibrary(await fixtureFiles()),
  ...asLibrary(SECOND_COURSE),
]

/** A folder of one's own with these files. */
export function folderWith(files: readonly InputFile[]): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'steppe-library-'))
  for (const file of files) {
    mkdirSync(dirname(join(path, file.path)), { recursive: true })
    writeFileSync(join(path, file.path), file.text)
  }
  return { path, remove: () => rmSync(path, { recursive: true }) }
}
