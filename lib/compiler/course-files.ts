import { createHash } from 'node:crypto'
import type { InputFile } from './draft'
import { compare } from './fault'

/** The files of a course as they are stored: path to text. */
export type StoredFiles = Readonly<Record<string, string>>

export const toStored = (files: readonly InputFile[]): StoredFiles =>
  Object.fromEntries(inOrder(files).map(({ path, text }) => [path, text]))

export const fromStored = (stored: StoredFiles): readonly InputFile[] =>
  inOrder(Object.entries(stored).map(([path, text]) => ({ path, text })))

/** SHA-256 over paths and texts. It says whether two folders hold the same, in whatever order they are read. */
export const hashOfFiles = (files: readonly InputFile[]): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(files).map(({ path, text }) => [path, text])))
    .digest('hex')

const inOrder = (files: readonly InputFile[]): readonly InputFile[] =>
  [...files].sort((a, b) => compare(a.path, b.path))
