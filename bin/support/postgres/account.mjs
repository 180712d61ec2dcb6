import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { errorCode } from '../error-code.mjs'
import { UserError } from '../user-error.mjs'

/** @typedef {{ uid: number, gid: number }} Account of the system, under which a program runs */

/** `nobody` on Linux: there is an entry for it in /etc/passwd, which initdb insists on. */
const nobody = { uid: 65534, gid: 65534 }

/**
 * The account Postgres runs under: null for our own. Postgres refuses to run as root, so root hands
 * it to the owner of the data, or to `nobody` when there is none yet.
 *
 * @param {string} clusterDirectory
 * @returns {Account | null}
 */
export function accountFor(clusterDirectory) {
  if (process.getuid?.() !== 0) return null
  const owner = ownerOf(clusterDirectory)
  return owner && owner.uid !== 0 ? owner : nobody
}

/**
 * @param {string} path
 * @returns {Account | undefined}
 */
function ownerOf(path) {
  try {
    const { uid, gid } = statSync(path)
    return { uid, gid }
  } catch {
    return undefined
  }
}

/**
 * Can that account enter the directory? Asked of the system itself, which knows more than modes.
 *
 * @param {Account | null} account
 * @param {string} directory
 */
export function canEnter(account, directory) {
  if (!account) return true
  const { status, error } = spawnSync('/bin/sh', ['-c', 'cd -- "$0" 2>/dev/null', directory], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  })
  if (error) {
    throw new UserError(
      `Postgres does not run as root, and root cannot start a program as user ${account.uid} here ` +
        `(${errorCode(error)}). Nothing was changed.\n` +
        'Run Steppe as an ordinary user, or set DATABASE_URL to a Postgres of your own.',
    )
  }
  return status === 0
}
