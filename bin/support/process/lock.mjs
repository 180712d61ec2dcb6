import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '../error-code.mjs'
import { isRunning, startedAt } from './process-identity.mjs'

/**
 * What the holder of a lock tells others.
 *
 * @typedef {{ url?: string, stopping?: boolean }} Facts
 * @typedef {Facts & { pid: number, startedAt: string | null, key: string }} Holder
 * @typedef {{ held: true, update(facts: Facts): void, release(): void }} HeldLock
 * @typedef {HeldLock | { held: false, holder: Holder }} Lock
 */

/**
 * A lock file that a killed process releases: it names its holder by process id and start time, and
 * whoever finds the holder gone takes it over.
 *
 * @param {string} path
 * @param {Facts} [facts]
 * @returns {Lock}
 */
export function takeLock(path, facts = {}) {
  const mine = {
    pid: process.pid,
    startedAt: startedAt(process.pid),
    key: randomBytes(8).toString('hex'),
  }
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify({ ...mine, ...facts }), { flag: 'wx' })
      return {
        held: true,
        update: (more) => replace(path, { ...mine, ...facts, ...more }),
        release: () => {
          if (read(path)?.key === mine.key) rmSync(path, { force: true })
        },
      }
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
    const holder = read(path)
    if (holder && isHeld(holder)) return { held: false, holder }
    setAside(path, holder)
  }
}

/**
 * The holder of a lock, or undefined when nobody alive holds it.
 *
 * @param {string} path
 */
export function lockHolder(path) {
  const holder = read(path)
  return holder && isHeld(holder) ? holder : undefined
}

/**
 * Runs `work` under the lock, after whoever holds it now.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {{ onWait?: (holder: Holder) => void }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(path, work, { onWait = () => {} } = {}) {
  let lock = takeLock(path)
  if (!lock.held) onWait(lock.holder)
  while (!lock.held) {
    await wait(50)
    lock = takeLock(path)
  }
  try {
    return await work()
  } finally {
    lock.release()
  }
}

/** @param {Holder} holder */
function isHeld(holder) {
  if (!isRunning(holder.pid)) return false
  const started = startedAt(holder.pid)
  return started === null || holder.startedAt === null || started === holder.startedAt
}

/**
 * Moved, not removed: if a live process took the lock a moment ago, it gets it back.
 *
 * @param {string} path
 * @param {Holder | undefined} stale
 */
function setAside(path, stale) {
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  if (read(aside)?.key === stale?.key) rmSync(aside, { force: true })
  else renameSync(aside, path)
}

/**
 * @param {string} path
 * @param {Holder} content
 */
function replace(path, content) {
  const next = `${path}.${content.key}`
  writeFileSync(next, JSON.stringify(content))
  renameSync(next, path)
}

/**
 * The holder that a lock file names; undefined when there is no file or it is damaged.
 *
 * @param {string} path
 * @returns {Holder | undefined}
 */
function read(path) {
  // A lock that was created but not yet written reads as empty for an instant.
  for (let tries = 0; tries < 200; tries++) {
    try {
      const text = readFileSync(path, 'utf8')
      if (text !== '') return holderIn(JSON.parse(text))
    } catch {
      return undefined
    }
  }
  return undefined
}

/**
 * Process id 0 and negative ones mean groups of processes, of which some always run.
 *
 * @param {Partial<Holder> | null} content
 * @returns {Holder | undefined}
 */
function holderIn(content) {
  const { pid, startedAt = null, key } = content ?? {}
  if (typeof pid !== 'number' || pid <= 0 || typeof key !== 'string') return undefined
  return { ...content, pid, startedAt, key }
}
