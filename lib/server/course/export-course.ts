import 'server-only'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { exportCourse as toExport } from '../../compiler/export'
import { countsOf, plural } from '../../compiler/report/report'
import { AppError } from '../../kernel/app-error'
import { compileFolder } from './compile-folder'

/**
 * Writes a course folder as one JSON file (docs/authoring.md) and says what went into it. Throws
 * course_invalid, not_found, invalid_input; a course with faults writes nothing.
 */
export async function exportCourse(input: {
  readonly folder: string
  readonly file: string
}): Promise<string> {
  const catalogue = await compileFolder(input.folder, null)
  const json = JSON.stringify(toExport(catalogue), null, 2)
  try {
    await mkdir(dirname(input.file), { recursive: true })
    await writeFile(input.file, `${json}\n`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new AppError('invalid_input', `Cannot write ${input.file}: ${why}.`)
  }
  const { lessons, questions, facts } = countsOf(catalogue)
  const parts = [plural(lessons, 'lesson'), plural(questions, 'question'), plural(facts, 'fact')]
  return `Wrote ${input.file}: ${parts.join(', ')}.`
}
