import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { isRunning, startedAt } from './process-identity.mjs'

/**
 * A lock file that a killed process releases: it names its holder by process id and start time, and
 * whoever finds the holder gone takes it over.
 *
 * @returns {{ held: false, holder: object } | { held: true, update(facts): void, release(): void }}
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
      if (error.code !== 'EEXIST') throw error
    }
    const holder = read(path)
    if (holder && isHeld(holder)) return { held: false, holder }
    setAside(path, holder)
  }
}

/** The holder of a lock, or undefined when nobody alive holds it. */
export function lockHolder(path) {
  const holder = read(path)
  return holder && isHeld(holder) ? holder : undefined
}

/** Runs `work` under the lock, after whoever holds it now. */
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

function isHeld(holder) {
  if (!isRunning(holder.pid)) return false
  const started = startedAt(holder.pid)
  return started === null || holder.startedAt === null || started === holder.startedAt
}

/** Moved, not removed: if a live process took the lock a moment ago, it gets it back. */
function setAside(path, stale) {
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  if (read(aside)?.key === stale?.key) rmSync(aside, { force: true })
  else renameSync(aside, path)
}

function replace(path, content) {
  const next = `${path}.${content.key}`
  writeFileSync(next, JSON.stringify(content))
  renameSync(next, path)
}

function read(path) {
  // A lock that was created but not yet written reads as empty for an instant.
  for (let tries = 0; tries < 200; tries++) {
    try {
      const text = readFileSync(path, 'utf8')
      if (text !== '') return JSON.parse(text)
    } catch {
      return undefined
    }
  }
  return undefined
}
