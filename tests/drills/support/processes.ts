import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, familyOf } from '../../bench/host/process-figures'
import type { RunningApp } from '../../support/app'

export type Part = 'web server' | 'whole program' | 'database' | 'both'

/** The process that answers requests, below `npm start`. */
const webServerOf = (app: RunningApp): number | undefined =>
  familyOf(app.pid).find((pid) => commandOf(pid).includes('next-process.mjs'))

const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres-18', 'postmaster.pid'), 'utf8').split('\n', 1)[0])

function kill(pid: number | undefined): void {
  if (pid === undefined) throw new Error('The process to be killed does not run.')
  process.kill(pid, 'SIGKILL')
}

/**
 * Kills a part as the system does for want of memory, at once and without a word. True if somebody has
 * to start the program again, as systemd does.
 */
export async function killPart(part: Part, app: RunningApp, dataDir: string): Promise<boolean> {
  switch (part) {
    case 'web server':
      kill(webServerOf(app))
      return false
    case 'database':
      kill(postmasterOf(dataDir))
      return false
    case 'whole program':
      kill(webServerOf(app))
      await app.kill()
      return true
    case 'both':
      kill(postmasterOf(dataDir))
      kill(webServerOf(app))
      await app.kill()
      return true
  }
}
