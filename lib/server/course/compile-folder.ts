import 'server-only'
import { compileLibrary } from '../../compiler/library/compile-library'
import type { Catalogue } from '../../course/types'
import { AppError } from '../../kernel/app-error'
import { readLibrary } from './read-library'

/**
 * The catalogue of the folder of one course or of all of them. `previous` is the last published one, which published questions
 * are held to. Throws course_invalid with every fault in its message, not_found, invalid_input.
 */
export async function compileFolder(
  folder: string,
  previous: Catalogue | null,
): Promise<Catalogue> {
  const { files, tell } = await readLibrary(folder)
  const { catalogue, faults } = compileLibrary(files, { previous })
  if (catalogue === null) throw new AppError('course_invalid', tell(faults))
  return catalogue
}
