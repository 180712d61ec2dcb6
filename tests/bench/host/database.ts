import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { openPostgres } from '../../../bin/support/postgres.mjs'
import { cpuMsOf, familyOf, tellsFigures } from './process-figures'

/** The database of the bench, beside the app that uses it. */
export type Database = {
  /** As the app reaches it. */
  readonly url: string
  /** As the app's own role: for seeding and reading rows. */
  readonly rows: Client
  readonly cpuMs: () => number | null
  /** How many statements the app sent since the last call. */
  readonly statements: () => Promise<number>
  readonly close: () => Promise<void>
}

/** Postgres counts statements from its next start on. Nobody may use it at this moment. */
export async function countStatements(dataDir: string): Promise<void> {
  const postgres = await openPostgres({ dataDir })
  const admin = new Client(postgres.adminUrl)
  await admin.connect()
  await admin.query(`ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'`)
  await admin.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
  await admin.end()
  await postgres.stop()
}

/** Opens it, or joins the one of a running app. */
export async function openDatabase(dataDir: string): Promise<Database> {
  const postgres = await openPostgres({ dataDir })
  const admin = new Client(postgres.adminUrl)
  const rows = new Client({ connectionString: postgres.url, application_name: 'steppe bench' })
  await Promise.all([admin.connect(), rows.connect()])
  const one = async (sql: string): Promise<unknown> =>
    Object.values((await admin.query(sql)).rows[0] ?? {})[0]
  const backend = Number(await one('SELECT pg_backend_pid()'))
  return {
    url: postgres.url,
    rows,
    cpuMs: () => (tellsFigures ? cpuMsOf(familyOf(parentOf(backend))) : null),
    statements: async () => {
      const calls = await one(
        `SELECT coalesce(sum(s.calls), 0) FROM pg_stat_statements s
         JOIN pg_database d ON d.oid = s.dbid JOIN pg_roles r ON r.oid = s.userid
         WHERE d.datname = 'steppe' AND r.rolname IN ('steppe', 'steppe_app')`,
      )
      await one('SELECT pg_stat_statements_reset()')
      return Number(calls)
    },
    close: async () => {
      await Promise.all([admin.end(), rows.end()])
      await postgres.stop()
    },
  }
}

function parentOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}
