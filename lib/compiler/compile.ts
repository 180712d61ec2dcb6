import type { Catalogue } from '../course/types'
import { buildCatalogue } from './build/build-catalogue'
import type { InputFile } from './draft'
import type { Fault } from './fault'
import { sortFaults } from './fault'
import { parseDraft } from './parse/parse-draft'
import { runChecks } from './run-checks'

export type Compiled = {
  /** Null when there is at least one fault. */
  readonly catalogue: Catalogue | null
  readonly faults: readonly Fault[]
}

/**
 * Compiles the files of a course folder, in any order. Reports all faults at once, by file and
 * line. `previous` is the last published catalogue, with which published questions are compared.
 */
export function compileCourse(
  files: readonly InputFile[],
  options: { readonly previous: Catalogue | null },
): Compiled {
  const { draft, faults } = parseDraft(files, options.previous)
  const all = sortFaults([...faults, ...runChecks(draft)])
  return { catalogue: all.length === 0 ? buildCatalogue(draft) : null, faults: all }
}
