import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { shortHash } from '../paths.mjs'
import { UserError } from '../user-error.mjs'
import { accountFor, canEnter } from './account.mjs'
import { sharedHome } from './binaries.mjs'

const clusterName = 'postgres-18'
const pointerName = 'postgres-location.json'
/** sun_path holds 107 bytes, and "/.s.PGSQL.5432" is added to the directory. */
const longestSocketDirectory = 107 - '/.s.PGSQL.5432'.length

/**
 * Where the database of a data directory lives, and under which account.
 *
 * Normally inside it. Root below a closed directory (a 0700 home) keeps it in /var/lib/steppe
 * instead, under a name noted in the data directory: a new checkout at the same path starts empty,
 * and a moved one finds its data.
 */
export function placeOf(dataDir, log) {
  makeDirectory(dataDir)
  const wanted = realpathSync(dataDir)
  if (existsSync(join(wanted, clusterName))) return placeAt(wanted)
  const pointer = join(wanted, pointerName)
  if (existsSync(pointer)) return placeAt(follow(pointer, wanted))
  if (reachable(wanted)) return placeAt(wanted)
  return placeAt(moveOut(pointer, wanted, log))
}

function placeAt(home) {
  const cluster = join(home, clusterName)
  return {
    home,
    cluster,
    account: accountFor(cluster),
    lock: join(home, 'postgres.lock'),
    log: join(home, 'postgres.log'),
    socketDirectory: socketDirectory(home),
  }
}

/** As root, `nobody` must be able to pass through the data directory; it is ours to open that far. */
function reachable(home) {
  const account = accountFor(join(home, clusterName))
  if (!account) return true
  if (!canEnter(account, dirname(home))) return false
  if (!canEnter(account, home)) chmodSync(home, statSync(home).mode | 0o011)
  return canEnter(account, home)
}

function moveOut(pointer, wanted, log) {
  const home = join(sharedHome, `${shortHash(wanted)}-${randomBytes(3).toString('hex')}`)
  log(
    `Keeping the database in ${home}: Postgres cannot run as root, and no other user can enter ${dirname(wanted)}.`,
  )
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writeFileSync(pointer, `${JSON.stringify({ home, for: wanted }, null, 2)}\n`)
  return home
}

function follow(pointer, wanted) {
  const { home, for: owner } = JSON.parse(readFileSync(pointer, 'utf8'))
  if (owner !== wanted && existsSync(join(owner, pointerName))) {
    throw new UserError(
      `${wanted} is a copy of ${owner}, and both would use the one database in ${home}. ` +
        'Nothing was changed.\nTo start the copy with an empty database, delete ' +
        `${pointer}; to give it the same data, restore a backup into it.`,
    )
  }
  if (owner !== wanted)
    writeFileSync(pointer, `${JSON.stringify({ home, for: wanted }, null, 2)}\n`)
  return home
}

function socketDirectory(home) {
  const inside = join(home, 'run')
  if (Buffer.byteLength(inside) <= longestSocketDirectory) return inside
  return `/tmp/steppe-${process.getuid?.() ?? 0}-${shortHash(home)}`
}

/** Makes the socket directory for one account alone: who can enter it is let in without a password. */
export function openSocketDirectory({ socketDirectory: directory, account }) {
  const uid = account?.uid ?? process.getuid?.()
  makeDirectory(directory)
  const found = lstatSync(directory)
  if (!found.isDirectory() || (found.uid !== uid && found.uid !== process.getuid?.())) {
    throw new UserError(
      `${directory} belongs to someone else; the database socket is not put there. ` +
        'No data was touched.\nSet STEPPE_DATA_DIR to a directory with a shorter path.',
    )
  }
  if (account) chownSync(directory, account.uid, account.gid)
  chmodSync(directory, 0o700)
}

/** Leaves nothing behind in /tmp. */
export function closeSocketDirectory({ home, socketDirectory: directory }) {
  if (directory.startsWith(home)) return
  try {
    rmdirSync(directory)
  } catch {} // somebody opened it again
}

/** Data that root copied has become root's, whom Postgres does not serve. */
export function giveToAccount({ cluster, account }) {
  if (!account || statSync(cluster).uid === account.uid) return
  for (const name of ['.', ...readdirSync(cluster, { recursive: true })]) {
    lchownSync(join(cluster, name), account.uid, account.gid)
  }
  chmodSync(cluster, 0o700)
}

function makeDirectory(directory) {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o755 })
  } catch (error) {
    throw new UserError(
      `${directory} cannot be made (${error.code}). Nothing was changed.\n` +
        `Make ${basename(directory)} writable for this user, or set STEPPE_DATA_DIR to another directory.`,
    )
  }
}
