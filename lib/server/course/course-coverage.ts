import 'server-only'
import { coverageText } from '../../compiler/report/coverage-text'
import { coverageOf, type SourceCoverage } from '../../course/coverage'
import { compileFolder } from './compile-folder'

/**
 * What a course folder makes of every paragraph of its sources, as data and as text for a terminal.
 * Throws course_invalid, not_found, invalid_input.
 */
export async function courseCoverage(input: {
  readonly folder: string
}): Promise<{ readonly sources: readonly SourceCoverage[]; readonly text: string }> {
  const sources = coverageOf(await compileFolder(input.folder, null))
  return { sources, text: coverageText(sources) }
}
