import 'server-only'
import type { Client } from 'pg'
import { to } from 'pg-copy-streams'
import { z } from 'zod'
import {
  type BackedUpTable,
  copyLine,
  countsLine,
  END_OF_ROWS,
  FORMAT,
  type Level,
  manifestLine,
  quoted,
} from '../../backup/manifest'
import { lockKey } from '../connection/migrate'
import { inBackupTransaction } from './backup-client'
import { tablesToBackUp } from './database-tables'

export type Snapshot = { readonly tables: number; readonly rows: number }

/**
 * Writes everything that a backup contains as text, as it was at one instant, while others go on
 * reading and writing. `write` resolves when more can be taken.
 */
export async function writeSnapshot(options: {
  readonly url: string
  readonly program: string
  readonly now: number
  readonly write: (text: Buffer) => Promise<void>
}): Promise<Snapshot> {
  // On a connection of its own: the transaction of the snapshot must begin when no migration runs.
  return inBackupTransaction(options.url, 'BEGIN', async (guard) => {
    await guard.query('SELECT pg_advisory_xact_lock_shared($1)', [lockKey])
    const begin = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
    return inBackupTransaction(options.url, begin, (client) => write(client, options))
  })
}

async function write(
  client: Client,
  { program, now, write }: Parameters<typeof writeSnapshot>[0],
): Promise<Snapshot> {
  const line = (text: string) => write(Buffer.from(`${text}\n`))
  const tables = await tablesToBackUp(client)
  const madeAt = new Date(now).toISOString()
  const about = { migrations: await levelOf(client), postgres: await versionOf(client), tables }
  await line(manifestLine({ format: FORMAT, program, madeAt, ...about }))
  const rows: Record<string, number> = {}
  for (const table of tables) {
    await line(copyLine(table))
    rows[table.name] = await writeRows(client, table, write)
    await line(END_OF_ROWS)
  }
  await line(countsLine(rows))
  return { tables: tables.length, rows: Object.values(rows).reduce((sum, n) => sum + n, 0) }
}

/** Before Postgres 18, `COPY` of a partitioned table needs the query. */
async function writeRows(
  client: Client,
  { name, columns }: BackedUpTable,
  write: (text: Buffer) => Promise<void>,
): Promise<number> {
  const query = `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)}`
  const rows = client.query(to(`COPY (${query}) TO STDOUT`))
  for await (const text of rows) await write(text)
  // The count comes after the rows, and the answer to a further statement after the count.
  await client.query('SELECT')
  return rows.rowCount
}

const levelRow = z.object({ name: z.string(), checksum: z.string() })

async function levelOf(client: Client): Promise<Level> {
  const { rows } = await client.query<unknown[]>(`
    SELECT migration_name AS "name", checksum FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`)
  return rows.map((row) => levelRow.parse(row))
}

const versionRow = z.object({ version: z.number() })

async function versionOf(client: Client): Promise<number> {
  const { rows } = await client.query<unknown[]>(
    `SELECT current_setting('server_version_num')::int AS "version"`,
  )
  return versionRow.parse(rows[0]).version
}
