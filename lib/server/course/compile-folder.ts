import 'server-only'
import { compileCourse } from '../../compiler/compile'
import { readCourse } from '../../compiler/read'
import { faultsText } from '../../compiler/report/report'
import type { Catalogue } from '../../course/types'
import { AppError } from '../../kernel/app-error'

/**
 * The catalogue of a course folder. `previous` is the last published one, which published questions
 * are held to. Throws course_invalid with every fault in its message, not_found, invalid_input.
 */
export async function compileFolder(
  folder: string,
  previous: Catalogue | null,
): Promise<Catalogue> {
  const { catalogue, faults } = compileCourse(await readCourse(folder), { previous })
  if (catalogue === null) throw new AppError('course_invalid', faultsText(faults, folder))
  return catalogue
}
