import 'server-only'
import { compileCourse } from '../../compiler/compile'
import type { Fault } from '../../compiler/fault'
import { readCourse } from '../../compiler/read'
import { faultsText, reportJson, soundText } from '../../compiler/report/report'

export type CourseCheck = {
  readonly ok: boolean
  readonly faults: readonly Fault[]
  /** The report for people, and for programs. */
  readonly text: string
  readonly json: string
}

/** Compiles a course folder and says what is wrong with it. Throws not_found, invalid_input. */
export async function checkCourse(input: { readonly folder: string }): Promise<CourseCheck> {
  const files = await readCourse(input.folder)
  const { catalogue, faults } = compileCourse(files, { previous: null })
  return {
    ok: catalogue !== null,
    faults,
    text: catalogue === null ? faultsText(faults, input.folder) : soundText(catalogue),
    json: reportJson(catalogue, faults),
  }
}
