import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  fchownSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '../error-code.mjs'
import {
  commandLine,
  isRunning,
  processIds,
  workingDirectory,
} from '../process/process-identity.mjs'
import { UserError } from '../user-error.mjs'
import { postgresEnv } from './binaries.mjs'
import { listenOptions } from './endpoint.mjs'

/**
 * @typedef {import('./place.mjs').Place} Place
 * @typedef {import('./binaries.mjs').Programs} Programs
 * @typedef {{ failure(): string | undefined }} Postmaster the end of its log, once it has stopped by itself
 */

const largestLogBytes = 10 * 1024 * 1024

/**
 * The id of the Postgres that runs on a cluster, or undefined.
 *
 * @param {string} cluster
 */
export function runningPostmaster(cluster) {
  const pid = pidInFile(cluster)
  return pid && isRunning(pid) && serves(pid, cluster) ? pid : undefined
}

/**
 * Is that process a Postgres of this cluster? The id may long be another process's, even another
 * Postgres's, which must be neither waited for nor stopped. A Postgres works in its own cluster.
 *
 * @param {number} pid
 * @param {string} cluster
 */
function serves(pid, cluster) {
  const command = commandLine(pid)
  if (process.platform === 'win32') return true // nothing is told there
  if (!command.includes('postgres')) return false
  const directory = workingDirectory(pid)
  return directory === undefined ? command.includes(cluster) : directory === realpathSync(cluster)
}

/**
 * Ends what a killed postmaster has left behind: a backend in the middle of a long statement does not
 * notice, and no other Postgres starts while it holds the shared memory. Nothing is lost: what it did
 * was never confirmed. Only for a cluster whose postmaster is gone.
 *
 * @param {string} cluster
 */
export function endOrphans(cluster) {
  for (const pid of processIds()) {
    // Titles such as "postgres: steppe steppe [local] SELECT"; other programs of Postgres have none.
    if (!commandLine(pid).startsWith('postgres:') || !serves(pid, cluster)) continue
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if (errorCode(error) !== 'ESRCH') throw error
    }
  }
}

/**
 * Postgres refuses to start while the process named in a left-over postmaster.pid is alive, even
 * when that id has long been given to something else, as happens in containers.
 *
 * @param {string} cluster
 */
export function clearStalePidFile(cluster) {
  const pid = pidInFile(cluster)
  if (pid && !runningPostmaster(cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/**
 * The same for the lock of the socket. Nobody answered there, and only this cluster may have its socket
 * in that directory, so without a postmaster both files are left over, whoever has the id in the lock.
 *
 * @param {Place} place
 */
export function clearStaleSocket({ cluster, socketDirectory }) {
  if (process.platform === 'win32' || runningPostmaster(cluster)) return
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) {
    rmSync(join(socketDirectory, name), { force: true })
  }
}

// What is read is mostly in the system's memory already. Postgres 18 otherwise hands each page to a process
// that reads for others, and the cards of 500 people take half as long again.
const readsItself = ['-c', 'io_method=sync']

/**
 * Starts Postgres in a process group of its own: the terminal's Ctrl-C must reach the app first.
 *
 * @param {Place} place
 * @param {Programs} programs
 * @param {import('./endpoint.mjs').Endpoint} endpoint
 * @param {Record<string, string>} settings
 * @returns {Postmaster}
 */
export function startPostmaster(place, programs, endpoint, settings) {
  const output = openLog(place)
  const { size: logStart } = statSync(place.log)
  const options = [...listenOptions(endpoint), '-c', 'log_checkpoints=off', ...readsItself]
  for (const [name, value] of Object.entries(settings)) options.push('-c', `${name}=${value}`)
  const tail = () => readFileSync(place.log, 'utf8').slice(logStart).trim()
  try {
    if (process.platform === 'win32') return startOnWindows(place, programs, options, tail)
    const child = spawn(programs.postgres, ['-D', place.cluster, ...options], {
      ...place.account,
      cwd: '/',
      env: postgresEnv,
      detached: true,
      stdio: ['ignore', output, output],
    })
    /** @type {string | undefined} */
    let problem
    child.on('error', (error) => {
      problem = error.message
    })
    child.unref()
    const ended = () => child.exitCode !== null || child.signalCode !== null
    return { failure: () => problem ?? (ended() ? tail() || 'it gave no reason' : undefined) }
  } finally {
    closeSync(output)
  }
}

/**
 * Fast shutdown, to its end; should it hang, an immediate one, from which Postgres recovers.
 *
 * @param {number} pid
 * @param {Programs} programs
 * @param {{ graceMs?: number }} [options]
 */
export async function stopPostmaster(pid, programs, { graceMs = 60_000 } = {}) {
  signal(pid, 'INT', programs)
  const deadline = Date.now() + graceMs
  let pressed = false
  while (isRunning(pid)) {
    if (!pressed && Date.now() > deadline) {
      signal(pid, 'QUIT', programs)
      pressed = true
    }
    await wait(10)
  }
}

/**
 * @param {number} pid
 * @param {'INT' | 'QUIT'} name
 * @param {Programs} programs
 */
function signal(pid, name, programs) {
  // Windows has no signals: Postgres listens on a pipe that pg_ctl knows.
  if (process.platform === 'win32') {
    spawnSync(programs.pgCtl, ['kill', name, String(pid)], { env: postgresEnv, stdio: 'ignore' })
    return
  }
  try {
    process.kill(pid, `SIG${name}`)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

/**
 * @param {Place} place
 * @param {Programs} programs
 * @param {string[]} options
 * @param {() => string} tail
 * @returns {Postmaster}
 */
function startOnWindows(place, programs, options, tail) {
  const quoted = options.map((option) => `"${option.replaceAll('"', '\\"')}"`).join(' ')
  const args = ['start', '-W', '-D', place.cluster, '-l', place.log, '-o', quoted]
  const { status } = spawnSync(programs.pgCtl, args, { env: postgresEnv, stdio: 'ignore' })
  return {
    failure: () =>
      status === 0 ? undefined : tail() || 'pg_ctl could not start it, and gave no reason',
  }
}

/** @param {Place} place */
function openLog({ log: path, account }) {
  try {
    if (statSync(path).size > largestLogBytes) renameSync(path, `${path}.1`)
  } catch {}
  try {
    const file = openSync(path, 'a', 0o600)
    if (account) fchownSync(file, account.uid, account.gid) // what root makes there stays the user's
    return file
  } catch (error) {
    throw new UserError(
      `${path} cannot be written (${errorCode(error)}). No data was touched.\nRun Steppe as the user who owns its data directory.`,
    )
  }
}

/**
 * A negative one is that of a single-user Postgres, which must not be taken for a group of processes.
 *
 * @param {string} cluster
 */
function pidInFile(cluster) {
  try {
    const pid = Math.abs(Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10))
    return pid || undefined
  } catch {
    return undefined
  }
}
