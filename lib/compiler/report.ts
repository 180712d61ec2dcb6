import type { Catalogue } from '../course/types'
import type { Fault } from './fault'

/** How much of a course there is, for a report that all is well. */
export type CourseCounts = {
  readonly modules: number
  readonly lessons: number
  readonly questions: number
  readonly facts: number
  readonly sources: number
}

export const countsOf = (catalogue: Catalogue): CourseCounts => ({
  modules: catalogue.course.modules.length,
  lessons: catalogue.lessons.length,
  questions: catalogue.questions.length,
  facts: catalogue.facts.length,
  sources: catalogue.sources.length,
})

/** For people and editors: a line `folder/file:line  rule  message` each, then how many. */
export function faultsText(faults: readonly Fault[], folder: string): string {
  const root = folder === '' || folder.endsWith('/') ? folder : `${folder}/`
  const lines = faults.map(
    ({ file, line, rule, message }) => `${root}${file}:${line}  ${rule}  ${message}`,
  )
  const files = new Set(faults.map(({ file }) => file)).size
  return [...lines, '', `${plural(faults.length, 'fault')} in ${plural(files, 'file')}.`].join('\n')
}

/** For programs: `{ok, faults: [{file, line, rule, message}], counts, hash}`; the last two null on faults. */
export const reportJson = (catalogue: Catalogue | null, faults: readonly Fault[]): string =>
  JSON.stringify(
    {
      ok: faults.length === 0,
      faults,
      counts: catalogue === null ? null : countsOf(catalogue),
      hash: catalogue?.hash ?? null,
    },
    null,
    2,
  )

/** `The course is sound: 2 modules, ...`. */
export function soundText(catalogue: Catalogue): string {
  const counts = Object.entries(countsOf(catalogue)).map(([name, n]) =>
    plural(n, name.slice(0, -1)),
  )
  return `The course is sound: ${counts.join(', ')}.\nVersion ${catalogue.hash.slice(0, 12)}.`
}

export const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`
