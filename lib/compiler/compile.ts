import type { Catalogue } from '../course/types'
import type { ImageBytes } from '../kernel/image'
import { buildCatalogue } from './build/build-catalogue'
import { imageBytes } from './build/build-images'
import type { Draft, InputFile } from './draft'
import type { Fault } from './fault'
import { sortFaults } from './fault'
import { type FileMemory, parseDraft } from './parse/parse-draft'
import { runChecks } from './run-checks'

export type Compiled = {
  /** Null when there is at least one fault. */
  readonly catalogue: Catalogue | null
  readonly faults: readonly Fault[]
  /** The bytes of its images; empty when there is a fault. */
  readonly images: readonly ImageBytes[]
}

/**
 * Compiles the files of a course folder, in any order. Reports all faults at once, by file and
 * line. `previous` is the last published catalogue, with which published questions are compared.
 */
export function compileCourse(
  files: readonly InputFile[],
  options: { readonly previous: Catalogue | null },
): Compiled {
  const { draft, faults } = examineCourse(files, options)
  const isSound = faults.length === 0
  return {
    catalogue: isSound ? buildCatalogue(draft) : null,
    faults,
    images: isSound ? imageBytes(draft) : [],
  }
}

/** The same, with what could be read of a course that has faults, for somebody who is writing it. */
export function examineCourse(
  files: readonly InputFile[],
  options: { readonly previous: Catalogue | null; readonly memory?: FileMemory },
): { readonly draft: Draft; readonly faults: readonly Fault[] } {
  const { draft, faults } = parseDraft(files, options.previous, options.memory)
  return { draft, faults: sortFaults([...faults, ...runChecks(draft)]) }
}
