import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { shortHash } from '../paths.mjs'
import { accountFor, canEnter } from './account.mjs'
import { sharedHome } from './binaries.mjs'
import { makeDirectory } from './directory.mjs'
import { followPointer, pointerName, writePointer } from './pointer.mjs'
import { socketDirectoryOf } from './socket-directory.mjs'

const clusterName = 'postgres-18'

/**
 * `account` is null for our own; `lock` guards the start, and `log` is the server's.
 *
 * @typedef {{ home: string, cluster: string, account: import('./account.mjs').Account | null,
 *   lock: string, log: string, socketDirectory: string }} Place
 */

/**
 * Where the database of a data directory lives, and under which account.
 *
 * Normally inside it. Root below a closed directory (a 0700 home) keeps it in /var/lib/steppe
 * instead, under a name noted in the data directory: a new checkout at the same path starts empty,
 * and a moved one finds its data.
 *
 * @param {string} dataDir
 * @param {(line: string) => void} log
 * @returns {Place}
 */
export function placeOf(dataDir, log) {
  makeDirectory(dataDir)
  const wanted = realpathSync(dataDir)
  if (existsSync(join(wanted, clusterName))) return placeAt(wanted)
  const pointer = join(wanted, pointerName)
  if (existsSync(pointer)) return placeAt(followPointer(pointer, wanted))
  if (reachable(wanted)) return placeAt(wanted)
  return placeAt(moveOut(pointer, wanted, log))
}

/**
 * @param {string} home
 * @returns {Place}
 */
function placeAt(home) {
  const cluster = join(home, clusterName)
  return {
    home,
    cluster,
    account: accountFor(cluster),
    lock: join(home, 'postgres.lock'),
    log: join(home, 'postgres.log'),
    socketDirectory: socketDirectoryOf(home),
  }
}

/**
 * As root, `nobody` must be able to pass through the data directory; it is ours to open that far.
 *
 * @param {string} home
 */
function reachable(home) {
  const account = accountFor(join(home, clusterName))
  if (!account) return true
  if (!canEnter(account, dirname(home))) return false
  if (!canEnter(account, home)) chmodSync(home, statSync(home).mode | 0o011)
  return canEnter(account, home)
}

/**
 * @param {string} pointer
 * @param {string} wanted
 * @param {(line: string) => void} log
 */
function moveOut(pointer, wanted, log) {
  const home = join(sharedHome, `${shortHash(wanted)}-${randomBytes(3).toString('hex')}`)
  log(
    `The database is kept in ${home}, because Postgres cannot run as root and no other user can enter ${dirname(wanted)}.`,
  )
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writePointer(pointer, { home, for: wanted })
  return home
}

/**
 * Data that root copied has become root's, whom Postgres does not serve.
 *
 * @param {Place} place
 */
export function giveToAccount({ cluster, account }) {
  if (!account || statSync(cluster).uid === account.uid) return
  for (const name of ['.', ...readdirSync(cluster, { recursive: true, encoding: 'utf8' })]) {
    lchownSync(join(cluster, name), account.uid, account.gid)
  }
  chmodSync(cluster, 0o700)
}
