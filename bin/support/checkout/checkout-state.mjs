import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../paths.mjs'
import { lockHolder, takeLock } from '../process/lock.mjs'
import { UserError } from '../user-error.mjs'

/** Notes about what was made from what; gone with node_modules, as they must. */
const state = join(root, 'node_modules', '.steppe')
const servers = join(root, '.steppe-servers')

/** @param {string} name */
export function readStamp(name) {
  try {
    return readFileSync(join(state, name), 'utf8')
  } catch {
    return undefined
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
export function writeStamp(name, text) {
  mkdirSync(state, { recursive: true })
  // Under another name first: a checkout that was copied with links keeps its own note.
  const fresh = join(state, `.${name}.${process.pid}`)
  writeFileSync(fresh, text)
  renameSync(fresh, join(state, name))
}

/**
 * One hash over names and contents of files and whole folders of the checkout.
 *
 * @param {string[]} paths
 * @param {(string | undefined)[]} [extra]
 */
export function hashOf(paths, extra = []) {
  const hash = createHash('sha256').update(JSON.stringify(extra))
  for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
    const name = relative(root, file).replaceAll('\\', '/')
    hash.update(`\0${name}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  const kind = statSync(path, { throwIfNoEntry: false })
  if (!kind) return []
  if (kind.isFile()) return [path]
  const names = readdirSync(path).sort()
  return names.flatMap((name) => filesBelow(join(path, name)))
}

/**
 * Notes that a server runs from this checkout's build and packages, until its process ends.
 *
 * @param {import('../process/lock.mjs').Facts} facts
 * @returns {{ release(): void }}
 */
export function registerServer(facts) {
  try {
    mkdirSync(servers, { recursive: true })
    const file = join(servers, `${process.pid}.json`)
    rmSync(file, { force: true }) // of a killed server that had our process id
    const lock = takeLock(file, facts)
    if (lock.held) return lock
  } catch {} // a checkout that cannot be written cannot be rebuilt either
  return { release: () => {} }
}

/**
 * Packages and build cannot be replaced below a running server: it would lose its files.
 *
 * @param {string} what
 */
export function refuseBelowServer(what) {
  const running = runningServers().find(({ pid }) => pid !== process.pid)
  if (!running) return
  throw new UserError(
    `${what} must be replaced, but a Steppe server is using it: process ${running.pid}, ` +
      `${running.url ?? 'which is not ready yet'}. Nothing was changed.\n` +
      'Stop that server (Ctrl-C, or `kill` with its process id), then run this command again.',
  )
}

function runningServers() {
  try {
    return readdirSync(servers).flatMap((name) => {
      const file = join(servers, name)
      const holder = lockHolder(file)
      if (!holder) rmSync(file, { force: true }) // of a server that was killed
      return holder ? [holder] : []
    })
  } catch {
    return []
  }
}
