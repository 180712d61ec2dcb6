import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { UserError } from '../user-error.mjs'
import { sharedHome } from './binaries.mjs'

export const pointerName = 'postgres-location.json'

/**
 * What a data directory notes when its database is elsewhere; `for` is the directory that noted it.
 *
 * @typedef {{ home: string, for: string }} Pointer
 */

/**
 * @param {string} pointer
 * @param {string} wanted
 */
export function followPointer(pointer, wanted) {
  const { home, for: owner } = readPointer(pointer)
  if (owner !== wanted && existsSync(join(owner, pointerName))) {
    throw new UserError(
      `${wanted} is a copy of ${owner}, and both would use the same database in ${home}. ` +
        `Nothing was changed.\nTo use that database, set STEPPE_DATA_DIR to ${owner}. ` +
        `To start with an empty database instead, delete ${pointer}.`,
    )
  }
  if (owner !== wanted) writePointer(pointer, { home, for: wanted })
  return home
}

/**
 * Checked, because root makes and gives away directories at the path it names.
 *
 * @param {string} path
 * @returns {Pointer}
 */
function readPointer(path) {
  try {
    /** @type {Partial<Pointer> | null} */
    const content = JSON.parse(readFileSync(path, 'utf8'))
    const { home, for: owner } = content ?? {}
    if (typeof home === 'string' && isAbsolute(home) && typeof owner === 'string') {
      return { home, for: owner }
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new UserError(
    `${path} is damaged: it does not say where the database is. Nothing was changed.\n` +
      `The databases are below ${sharedHome}. Restore the file from a backup, or delete it to start ` +
      'with an empty database.',
  )
}

/**
 * Written beside and renamed: a process killed on the way leaves the old one or none, and not half.
 *
 * @param {string} path
 * @param {Pointer} pointer
 */
export function writePointer(path, pointer) {
  const next = `${path}.${process.pid}`
  writeFileSync(next, `${JSON.stringify(pointer, null, 2)}\n`)
  renameSync(next, path)
}
