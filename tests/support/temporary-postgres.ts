import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runningPostmaster } from '../../bin/support/postgres/postmaster.mjs'
import { openPostgres } from '../../bin/support/postgres.mjs'
import { isRunning } from '../../bin/support/process/process-identity.mjs'

const prefix = 'steppe-test-'

/**
 * An embedded Postgres on data of its own, gone when the run ends, however it ends. `copied` may put a
 * copy of another one's files into the data directory first.
 */
export async function temporaryPostgres(copied?: (dataDir: string) => Promise<void>): Promise<{
  url: string
  adminUrl: string
  home: string
  stop: () => Promise<void>
}> {
  removeLeftovers()
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  await copied?.(dataDir)
  const postgres = await openPostgres({ dataDir, durable: false })
  const remove = () => {
    discard(postgres.home)
    discard(dataDir)
  }
  process.once('exit', remove)
  return {
    url: postgres.url,
    adminUrl: postgres.adminUrl,
    home: postgres.home,
    stop: async () => {
      await postgres.stop()
      process.off('exit', remove)
      remove()
    },
  }
}

/** What a run that was killed outright could not remove. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = name.match(/^steppe-test-(\d+)-/) ?? []
    if (pid && !isRunning(Number(pid))) discard(join(tmpdir(), name))
  }
}

function discard(home: string): void {
  const pid = runningPostmaster(join(home, 'postgres-18'))
  if (pid) process.kill(pid, 'SIGQUIT')
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}
