import { coverageOf } from '../../course/coverage'
import type { Catalogue } from '../../course/types'
import type { Fault } from '../fault'
import { moduleCounts, moduleTable } from './question-table'

/** The size of a course, for a report without faults. */
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

/**
 * For people and editors: one line `folder/file:line  rule  message` for each fault, then the
 * total.
 */
export function faultsText(faults: readonly Fault[], folder: string): string {
  const root = folder === '' || folder.endsWith('/') ? folder : `${folder}/`
  const lines = faults.map(
    ({ file, line, rule, message }) => `${root}${file}:${line}  ${rule}  ${message}`,
  )
  const files = new Set(faults.map(({ file }) => file)).size
  return [...lines, '', `${plural(faults.length, 'fault')} in ${plural(files, 'file')}.`].join('\n')
}

/**
 * For programs: `{ok, faults: [{file, line, rule, message}], counts, modules, hash}`. The last
 * three are null when there are faults.
 */
export const reportJson = (catalogue: Catalogue | null, faults: readonly Fault[]): string =>
  JSON.stringify(
    {
      ok: faults.length === 0,
      faults,
      counts: catalogue === null ? null : countsOf(catalogue),
      modules: catalogue === null ? null : moduleCounts(catalogue),
      hash: catalogue?.hash ?? null,
    },
    null,
    2,
  )

/**
 * `The course is sound: 2 modules, ...`, the size of each module, and how much of the documents is
 * covered.
 */
export function soundText(catalogue: Catalogue): string {
  const counts = Object.entries(countsOf(catalogue)).map(([name, n]) =>
    plural(n, name.slice(0, -1)),
  )
  return [
    moduleTable(catalogue),
    '',
    coverageLine(catalogue),
    `The course is sound: ${counts.join(', ')}.`,
    `Version ${catalogue.hash.slice(0, 12)}.`,
  ].join('\n')
}

function coverageLine(catalogue: Catalogue): string {
  const paragraphs = coverageOf(catalogue).flatMap((source) => source.paragraphs)
  const settled = paragraphs.filter(({ status }) => status === 'covered' || status === 'left out')
  const leftOut = settled.filter(({ status }) => status === 'left out').length
  const how = `${settled.length - leftOut} taught and tested, ${leftOut} left out with a reason`
  return `Coverage: ${settled.length} of ${plural(paragraphs.length, 'paragraph')}: ${how}.`
}

export const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`
