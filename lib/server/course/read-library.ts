import 'server-only'
import type { InputFile } from '../../compiler/draft'
import type { Fault } from '../../compiler/fault'
import { aloneIn, asLibrary, withinCourse } from '../../compiler/library/library-files'
import { readCourse } from '../../compiler/read'
import { faultsText } from '../../compiler/report/report'

export type ReadLibrary = {
  /** Each path with the folder of its course in front. */
  readonly files: readonly InputFile[]
  /** Faults in words, with the paths that lead from the working directory to their places. */
  readonly tell: (faults: readonly Fault[]) => string
  /** The same faults with their paths as the folder has them. */
  readonly placed: (faults: readonly Fault[]) => readonly Fault[]
}

/**
 * A folder with a folder for each course in it, or the folder of one course. Throws not_found,
 * invalid_input.
 */
export async function readLibrary(folder: string): Promise<ReadLibrary> {
  const read = await readCourse(folder)
  const isAlone = aloneIn(read) !== null
  const placed = (faults: readonly Fault[]) =>
    isAlone ? faults.map((one) => ({ ...one, file: withinCourse(one.file) })) : faults
  return {
    files: asLibrary(read),
    placed,
    tell: (faults) => faultsText(placed(faults), folder),
  }
}
