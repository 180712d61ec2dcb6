import { fileURLToPath } from 'node:url'
import { compileCourse } from '@/lib/compiler/compile'
import type { InputFile } from '@/lib/compiler/draft'
import type { Fault } from '@/lib/compiler/fault'
import { readCourse } from '@/lib/compiler/read'
import type { Catalogue } from '@/lib/course/types'

/** A small invented course without a fault; tests break it in memory. */
export const fixtureFiles = (): Promise<readonly InputFile[]> =>
  readCourse(fileURLToPath(new URL('../fixtures/course', import.meta.url)))

/** Replaces a text that stands in the file exactly once. */
export function edit(
  files: readonly InputFile[],
  path: string,
  old: string,
  now: string,
): readonly InputFile[] {
  const file = files.find((one) => one.path === path)
  if (file === undefined) throw new Error(`the fixture has no ${path}`)
  if (file.text.split(old).length !== 2) throw new Error(`"${old}" is not once in ${path}`)
  const edited = { path, text: file.text.replace(old, () => now) }
  return files.map((one) => (one === file ? edited : one))
}

/** Line of the first place where a text stands in a file, from 1. */
export function lineOf(files: readonly InputFile[], path: string, text: string): number {
  const before = files.find((one) => one.path === path)?.text.split(text) ?? []
  if (before.length < 2) throw new Error(`"${text}" is not in ${path}`)
  return (before[0] ?? '').split('\n').length
}

/** By file and line; where on its line a fault stands is tested with the forms. */
export const faultsIn = (
  files: readonly InputFile[],
  previous: Catalogue | null = null,
): readonly Fault[] => compileCourse(files, { previous }).faults.map(({ column: _, ...one }) => one)

/** The catalogue of files that have no fault. */
export function compiled(files: readonly InputFile[], previous: Catalogue | null = null) {
  const { catalogue, faults } = compileCourse(files, { previous })
  if (catalogue === null) throw new Error(JSON.stringify(faults, null, 2))
  return catalogue
}
