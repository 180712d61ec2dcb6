import 'server-only'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import { z } from 'zod'
import { type BackupText, TextDamaged } from '../../backup/backup-text'
import {
  type BackedUpTable,
  copyLine,
  type Manifest,
  quoted,
  readCounts,
} from '../../backup/manifest'
import { applyWithin, lockKey } from '../connection/migrate'
import type { MigrationFile } from '../connection/migration-files'
import { inBackupTransaction } from './backup-client'
import { enumsAtOnce } from './enums-at-once'
import { emptyTarget, type Target, targetOf } from './target'

export type Loaded =
  | { readonly kind: 'loaded'; readonly tables: number; readonly rows: number }
  | { readonly kind: 'refused'; readonly target: Exclude<Target, { kind: 'empty' }> }

/**
 * Makes the database what the backup says, in one transaction: the tables of its level, its rows, and
 * the migrations since. Nothing has changed when it throws or refuses.
 */
export async function loadSnapshot(options: {
  readonly url: string
  readonly manifest: Manifest
  readonly text: BackupText
  /** All of this version, in their order. */
  readonly migrations: readonly MigrationFile[]
  /** Whether a database with people in it may be replaced. */
  readonly replace: boolean
  readonly now: number
  /** Told before the rows of each table. */
  readonly onTable: (name: string) => void
}): Promise<Loaded> {
  return inBackupTransaction(options.url, 'BEGIN', async (client) => {
    await client.query(`SET LOCAL lock_timeout = '30s'`)
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockKey])
    const target = await targetOf(client)
    if (target.kind === 'foreign') return { kind: 'refused', target }
    if (target.kind === 'in-use' && !options.replace) return { kind: 'refused', target }
    return load(client, options)
  })
}

async function load(
  client: Client,
  { manifest, text, migrations, now, onTable }: Parameters<typeof loadSnapshot>[0],
): Promise<Loaded> {
  const secretHash = await secretHashOf(client)
  await emptyTarget(client)
  // Fewer passes over the rows when an index is built.
  await client.query(`SET LOCAL maintenance_work_mem = '256MB'`)
  const files = enumsAtOnce(migrations)
  const had = new Set(manifest.migrations.map(({ name }) => name))
  const at = new Date(now)
  await applyWithin(
    client,
    files.filter(({ name }) => had.has(name)),
    at,
  )
  const rebuild = await dropIndexes(client, manifest.tables)
  const rows: Record<string, number> = {}
  for (const table of manifest.tables) {
    onTable(table.name)
    rows[table.name] = await loadTable(client, table, text)
  }
  const said = readCounts(await text.line())
  for (const { name } of manifest.tables) {
    if (said?.[name] !== rows[name]) throw new TextDamaged(`${name} has another number of rows.`)
  }
  await text.drain()
  for (const statement of rebuild) await client.query(statement)
  await applyWithin(
    client,
    files.filter(({ name }) => !had.has(name)),
    at,
  )
  await setSequences(client)
  await renewVersions(client, now)
  await client.query(
    `INSERT INTO "Installation" ("id", "since", "secretHash", "restoredAt", "restoredFrom")
     VALUES (1, $1, $2, $1, $3)`,
    [at, secretHash, manifest.madeAt],
  )
  await client.query('ANALYZE')
  const total = Object.values(rows).reduce((sum, n) => sum + n, 0)
  return { kind: 'loaded', tables: manifest.tables.length, rows: total }
}

async function loadTable(client: Client, table: BackedUpTable, text: BackupText): Promise<number> {
  const line = await text.line()
  if (line !== copyLine(table)) throw new TextDamaged(`${table.name} does not follow.`)
  const rows = client.query(from(line.replace(/ FROM stdin;$/, ' FROM STDIN')))
  await pipeline(Readable.from(text.rows(), { objectMode: false }), rows)
  return rows.rowCount
}

const index = z.object({ name: z.string(), statement: z.string() })

// A key of a table goes on to guard it.
const INDEXES = `
  SELECT i.indexrelid::regclass::text AS "name", pg_get_indexdef(i.indexrelid) AS "statement"
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = ANY($1)
    AND NOT i.indisunique AND NOT x.relispartition ORDER BY 1`

/** An index that is built once over all rows takes a fraction of the time. Returns how to build them. */
async function dropIndexes(
  client: Client,
  tables: readonly BackedUpTable[],
): Promise<readonly string[]> {
  const names = tables.map(({ name }) => name)
  const { rows } = await client.query<unknown[]>(INDEXES, [names])
  const found = rows.map((row) => index.parse(row))
  for (const { name } of found) await client.query(`DROP INDEX ${name}`)
  // Of a partitioned table Postgres writes ON ONLY, which would leave out the partitions.
  return found.map(({ statement }) => statement.replace(' ON ONLY ', ' ON '))
}

const hashRow = z.object({ hash: z.string().nullable() })

/** The key that signs the cookies belongs to the installation, and a restore leaves it. */
async function secretHashOf(client: Client): Promise<string | null> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('"Installation"') IS NOT NULL AS "there"`,
  )
  if (!found[0]?.there) return null
  const { rows } = await client.query<unknown[]>(
    `SELECT "secretHash" AS "hash" FROM "Installation"`,
  )
  return rows[0] === undefined ? null : hashRow.parse(rows[0]).hash
}

const sequence = z.object({ table: z.string(), column: z.string(), sequence: z.string() })

const SEQUENCES = `
  SELECT c.relname::text AS "table", a.attname::text AS "column",
    pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS "sequence"
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND c.relnamespace = current_schema()::regnamespace
    AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`

/** Rows that come later go on counting from the restored ones. */
async function setSequences(client: Client): Promise<void> {
  const { rows } = await client.query<unknown[]>(SEQUENCES)
  for (const row of rows) {
    const { table, column, sequence: name } = sequence.parse(row)
    await client.query(
      `SELECT setval($1, max(${quoted(column)})) FROM ${quoted(table)} HAVING count(*) > 0`,
      [name],
    )
  }
}

const EPOCH_S = Date.UTC(2026, 0, 1) / 1000

/**
 * A server that ran before must not take the cards that it remembers for the restored ones. The number
 * of a person's cards only has to be another one than before, and goes on in time.
 */
async function renewVersions(client: Client, now: number): Promise<void> {
  const past = Math.max(0, Math.floor(now / 1000 - EPOCH_S))
  await client.query(`UPDATE "CardsVersion" SET "version" = ("version" + $1::int8) % 2000000000`, [
    past,
  ])
}
