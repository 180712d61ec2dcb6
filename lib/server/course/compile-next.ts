import 'server-only'
import type { Compiled } from '../../compiler/compile'
import type { InputFile } from '../../compiler/draft'
import { revivedIn, withRetired } from '../../course/revisions'
import type { Catalogue } from '../../course/types'
import { findCatalogue } from '../../db/course/published-course'
import { lastAsked } from '../../db/course/question-revisions'

export type CompiledNext = Compiled & {
  /** The catalogue of the version that they come after. */
  readonly previous: Catalogue | null
}

/**
 * Compiles files as the version that comes after this one. A question that comes back after it was
 * retired is held to what it asked then. `version`: null when nothing is published yet.
 */
export async function compileNext(
  files: readonly InputFile[],
  version: number | null,
): Promise<CompiledNext> {
  // Loaded only here, because a start that publishes nothing should not wait for the compiler.
  const { compileLibrary } = await import('../../compiler/library/compile-library')
  const previous = version === null ? null : await findCatalogue(version)
  const compiled = compileLibrary(files, { previous })
  if (version === null || previous === null || compiled.catalogue === null) {
    return { ...compiled, previous }
  }
  const back = revivedIn(previous, compiled.catalogue)
  if (back.length === 0) return { ...compiled, previous }
  const asked = await lastAsked(back, version)
  return { ...compileLibrary(files, { previous: withRetired(previous, asked) }), previous }
}
