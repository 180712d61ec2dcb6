import { fileURLToPath } from 'node:url'
import { compileCourse } from '@/lib/compiler/compile'
import { readCourse } from '@/lib/compiler/read'
import type { Catalogue } from '@/lib/course/types'

/** The course of this repository. */
export const courseFolder = fileURLToPath(new URL('../../content/central-asia', import.meta.url))

/** The same, compiled. */
export async function compileFolder(): Promise<Catalogue> {
  const files = await readCourse(courseFolder)
  const { catalogue } = compileCourse(files, { previous: null })
  if (catalogue === null) throw new Error('The course has faults: npx steppe course check')
  return catalogue
}
