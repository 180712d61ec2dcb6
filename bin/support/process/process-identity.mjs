import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { errorCode } from '../error-code.mjs'

/**
 * Is there a process with this id, whoever owns it?
 *
 * @param {number} pid
 */
export function isRunning(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false
  }
  return !isZombie(pid)
}

/**
 * Ended, but not collected by its parent: a container without an init process keeps it forever.
 *
 * @param {number} pid
 */
function isZombie(pid) {
  try {
    return process.platform === 'linux' && /^[ZX]/.test(statFields(pid)[0] ?? '')
  } catch {
    return false
  }
}

/**
 * The fields of /proc/PID/stat after the command, which stands in brackets and may hold spaces.
 *
 * @param {number} pid
 */
function statFields(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/**
 * When the process started, as text to compare; null where the system does not tell. A process id
 * alone proves nothing: after a reboot, and in a container almost at once, it is given out again.
 *
 * @param {number} pid
 */
export function startedAt(pid) {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      return `${boot}/${statFields(pid)[19]}`
    }
    if (process.platform === 'win32') return null
    return ps(pid, 'lstart=')
  } catch {
    return null
  }
}

/**
 * The command line of a process, or '' where it cannot be read.
 *
 * @param {number} pid
 */
export function commandLine(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return process.platform === 'win32' ? '' : ps(pid, 'args=')
  } catch {
    return ''
  }
}

/**
 * The directory that a process works in; undefined where the system does not tell.
 *
 * @param {number} pid
 */
export function workingDirectory(pid) {
  try {
    return process.platform === 'linux' ? readlinkSync(`/proc/${pid}/cwd`) : undefined
  } catch {
    return undefined // another user's process
  }
}

/** The ids of all processes; none where the system does not tell. */
export function processIds() {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

/**
 * @param {number} pid
 * @param {string} field
 */
function ps(pid, field) {
  return execFileSync('ps', ['-o', field, '-p', String(pid)], {
    encoding: 'utf8',
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}
