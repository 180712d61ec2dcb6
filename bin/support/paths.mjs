import { createHash } from 'node:crypto'
import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout these scripts belong to, wherever they are called from. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')

/** Where one installation keeps its database, its secret and its lock. */
export function dataDirectory(fallback = '.steppe', env = process.env) {
  const wanted = env.STEPPE_DATA_DIR
  if (!wanted) return join(root, fallback)
  return isAbsolute(wanted) ? wanted : resolve(callerDirectory(env), wanted)
}

/** npm moves to the checkout before it runs a script; relative paths mean where the user stood. */
export function callerDirectory(env = process.env) {
  return env.INIT_CWD && process.cwd() === root ? env.INIT_CWD : process.cwd()
}

/** @param {string} text */
export function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
