import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openPostgres } from './postgres.mjs'
import { isRunning } from './process/process-identity.mjs'

const prefix = 'trial-'

/**
 * A Postgres on an empty directory below the data directory, for restoring a backup into it for trial.
 * `close` ends it and removes everything.
 *
 * @param {string} dataDir
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function openTrial(dataDir) {
  mkdirSync(dataDir, { recursive: true })
  removeLeftovers(dataDir)
  const directory = mkdtempSync(join(dataDir, `${prefix}${process.pid}-`))
  try {
    // Whatever becomes of the files, they are removed: nothing waits for the disk.
    const postgres = await openPostgres({ dataDir: directory, durable: false })
    return {
      url: postgres.url,
      close: async () => {
        await postgres.stop()
        for (const each of [postgres.home, directory]) remove(each)
      },
    }
  } catch (error) {
    remove(directory)
    throw error
  }
}

/**
 * Of a trial that was killed.
 *
 * @param {string} dataDir
 */
function removeLeftovers(dataDir) {
  for (const name of readdirSync(dataDir)) {
    const [, pid] = name.match(/^trial-(\d+)-/) ?? []
    if (pid && !isRunning(Number(pid))) remove(join(dataDir, name))
  }
}

/** @param {string} directory */
function remove(directory) {
  rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}
