import { chmodSync, chownSync, lstatSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { shortHash } from '../paths.mjs'
import { UserError } from '../user-error.mjs'
import { makeDirectory } from './directory.mjs'

/** @typedef {import('./place.mjs').Place} Place */

/** sun_path holds 107 bytes, and "/.s.PGSQL.5432" is added to the directory. */
const longestSocketDirectory = 107 - '/.s.PGSQL.5432'.length

/** @param {string} home */
export function socketDirectoryOf(home) {
  const inside = join(home, 'run')
  if (Buffer.byteLength(inside) <= longestSocketDirectory) return inside
  return `/tmp/steppe-${process.getuid?.() ?? 0}-${shortHash(home)}`
}

/**
 * Makes the socket directory for one account alone: who can enter it is let in without a password.
 *
 * @param {Place} place
 */
export function openSocketDirectory({ socketDirectory: directory, account }) {
  const uid = account?.uid ?? process.getuid?.()
  makeDirectory(directory)
  const found = lstatSync(directory)
  if (!found.isDirectory() || (found.uid !== uid && found.uid !== process.getuid?.())) {
    throw new UserError(
      `${directory} belongs to another user, so the database socket cannot be put there. ` +
        'No data was touched.\nSet STEPPE_DATA_DIR to a directory with a shorter path.',
    )
  }
  if (account) chownSync(directory, account.uid, account.gid)
  chmodSync(directory, 0o700)
}

/**
 * Leaves nothing behind in /tmp.
 *
 * @param {Place} place
 */
export function closeSocketDirectory({ home, socketDirectory: directory }) {
  if (directory.startsWith(home)) return
  try {
    rmdirSync(directory)
  } catch {} // somebody opened it again
}
