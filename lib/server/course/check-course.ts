import 'server-only'
import type { Fault } from '../../compiler/fault'
import { compileLibrary } from '../../compiler/library/compile-library'
import { reportJson, soundText } from '../../compiler/report/report'
import { readLibrary } from './read-library'

export type CourseCheck = {
  readonly ok: boolean
  readonly faults: readonly Fault[]
  /** The report for people, and for programs. */
  readonly text: string
  readonly json: string
}

/** Compiles the folder of one course or of all of them, and says what is wrong. Throws not_found, invalid_input. */
export async function checkCourse(input: { readonly folder: string }): Promise<CourseCheck> {
  const { files, placed, tell } = await readLibrary(input.folder)
  const { catalogue, faults: found } = compileLibrary(files, { previous: null })
  const faults = placed(found)
  return {
    ok: catalogue !== null,
    faults,
    text: catalogue === null ? tell(found) : soundText(catalogue),
    json: reportJson(catalogue, faults),
  }
}
