import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { openPostgres } from '../../bin/support/postgres.mjs'

/** The embedded Postgres of a running program, which can be taken away from it and given back. */
export type HiddenDatabase = {
  /** Ends the program's connections and lets nobody make a new one, as if Postgres did not run. */
  readonly hide: () => Promise<void>
  readonly show: () => void
  readonly count: (sql: string) => Promise<number>
  readonly close: () => Promise<void>
}

/** Joins it, so that it stays while it is hidden. */
export async function hiddenDatabase(dataDir: string): Promise<HiddenDatabase> {
  const postgres = await openPostgres({ dataDir })
  const admin = new Client(postgres.adminUrl.replace('/postgres?', '/steppe?'))
  await admin.connect()
  const socket = join(postgres.home, 'run', '.s.PGSQL.5432')
  let isHidden = false
  const show = () => {
    if (isHidden) renameSync(`${socket}.hidden`, socket)
    isHidden = false
  }
  return {
    async hide() {
      renameSync(socket, `${socket}.hidden`)
      isHidden = true
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename in ('steppe', 'steppe_app')`,
      )
    },
    show,
    async count(sql) {
      const { rows } = await admin.query(sql)
      return Number(Object.values(rows[0] ?? {})[0])
    },
    async close() {
      show()
      await admin.end()
      await postgres.stop()
    },
  }
}
