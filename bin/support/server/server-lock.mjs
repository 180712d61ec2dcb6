import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '../error-code.mjs'
import { takeLock } from '../process/lock.mjs'
import { UserError } from '../user-error.mjs'
import { keepOwner } from './secret.mjs'

/**
 * One server a data directory, asked before anything is installed or built below the first. One
 * that is just ending is waited for.
 *
 * @param {string} dataDir
 * @param {string} url where the server will answer, for those who are refused
 * @param {number} [patienceMs]
 */
export async function lockDataDirectory(dataDir, url, patienceMs = 1000) {
  const file = join(dataDir, 'server.lock')
  const deadline = Date.now() + patienceMs
  let lock
  try {
    mkdirSync(dataDir, { recursive: true })
    lock = takeLock(file, { url })
    while (!lock.held && (lock.holder.stopping || Date.now() < deadline)) {
      await wait(50)
      lock = takeLock(file, { url })
    }
  } catch (error) {
    throw new UserError(
      `The data directory ${dataDir} cannot be written (${errorCode(error)}). Nothing was changed.\n` +
        'Run Steppe as the user who owns it, or set STEPPE_DATA_DIR to another directory.',
    )
  }
  if (!lock.held) throw alreadyRunning(dataDir, lock.holder)
  keepOwner(file, dataDir)
  return lock
}

/**
 * @param {string} dataDir
 * @param {import('../process/lock.mjs').Holder} [holder]
 */
export function alreadyRunning(dataDir, holder) {
  const where = holder ? `at ${holder.url} (process ${holder.pid})` : 'in another process'
  return new UserError(
    `Steppe already runs on ${dataDir}, ${where}. That server was not changed.\n` +
      'Use that server, or stop it first. For a second installation, set STEPPE_DATA_DIR and PORT.',
  )
}
