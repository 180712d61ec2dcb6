import 'server-only'
import { randomUUID } from 'node:crypto'
import { Client, DatabaseError } from 'pg'
import { type MigrationFile, readMigrationFiles } from './migration-files'

/** The key of Prisma's own migration engine, so that the two never run at once. */
export const lockKey = 72707369

/** Prisma's table, column by column: its tools read what we write. */
const createTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

type Applied = {
  readonly name: string
  readonly checksum: string
  readonly finished: boolean
  readonly logs: string | null
}

/** The message says what happened, what was kept, and what to do; it is fit to show to a person. */
class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/**
 * Brings a database to the state of a directory of migrations, one transaction a file. Two runners
 * at once apply each file once. A file that fails leaves nothing of itself, and is noted: later
 * runs refuse, until the file is another or `retryFailed` is asked for.
 *
 * @returns the names applied by this call
 */
export async function migrate(options: {
  readonly url: string
  readonly directory: string
  readonly now: Date
  readonly retryFailed?: boolean
  /** Told before each file on a database that had some before, since a full table can take minutes. */
  readonly onFile?: ((name: string) => void) | undefined
}): Promise<readonly string[]> {
  const files = readMigrationFiles(options.directory)
  const client = new Client({ connectionString: options.url, application_name: 'steppe migrate' })
  client.on('error', () => {}) // the query under way rejects with the same error
  await client.connect()
  try {
    const applied: string[] = []
    for (;;) {
      const name = await applyNext(client, files, applied.length, options)
      if (name === undefined) return applied
      applied.push(name)
    }
  } finally {
    await client.end().catch(() => {})
  }
}

async function applyNext(
  client: Client,
  files: readonly MigrationFile[],
  ownCount: number,
  { now, retryFailed = false, onFile }: Parameters<typeof migrate>[0],
): Promise<string | undefined> {
  return locked(client, async () => {
    const applied = await readApplied(client)
    const next = nextFile(files, applied, retryFailed)
    if (!next) return undefined
    // More than this run has applied itself.
    if (applied.length > ownCount) onFile?.(next.name)
    await client.query(
      `update _prisma_migrations set rolled_back_at = $2
       where migration_name = $1 and finished_at is null and rolled_back_at is null`,
      [next.name, now],
    )
    await client.query('savepoint file')
    try {
      await client.query(next.sql)
    } catch (error) {
      await noteFailure(client, next, now, error)
    }
    await noteApplied(client, next, now)
    return next.name
  })
}

/** Runs these files, in the transaction and under the lock that the caller holds. */
export async function applyWithin(
  client: Client,
  files: readonly MigrationFile[],
  now: Date,
): Promise<void> {
  await client.query(createTable)
  for (const file of files) {
    await client.query(file.sql)
    await noteApplied(client, file, now)
  }
}

async function noteApplied(client: Client, file: MigrationFile, now: Date): Promise<void> {
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, $4, $4, 1)`,
    [randomUUID(), file.checksum, file.name, now],
  )
}

/**
 * One transaction under the lock. Prisma holds it for its session; within a transaction it excludes
 * Prisma all the same, and works through PgBouncer.
 */
async function locked<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockKey])
    await client.query(createTable)
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

async function readApplied(client: Client): Promise<readonly Applied[]> {
  const { rows } = await client.query<Applied>(
    `select migration_name as name, checksum, finished_at is not null as finished, logs
     from _prisma_migrations where rolled_back_at is null order by started_at, migration_name`,
  )
  return rows
}

function nextFile(
  files: readonly MigrationFile[],
  applied: readonly Applied[],
  retryFailed: boolean,
): MigrationFile | undefined {
  const done = new Set<string>()
  for (const row of applied) {
    const file = files.find(({ name }) => name === row.name)
    const changed = file?.checksum !== row.checksum
    if (row.finished) {
      if (!file) throw new MigrationError(newerDatabase(row.name))
      if (changed) throw new MigrationError(changedFile(row.name))
      done.add(row.name)
    } else if (!changed && !retryFailed) {
      throw new MigrationError(failedBefore(row.name, row.logs ?? ''))
    }
  }
  return files.find(({ name }) => !done.has(name))
}

/** Temporary errors, not of the file: connection, resources, locks, a stop by an administrator. */
const passing = /^(08|40|53|55|57|58)/

async function noteFailure(
  client: Client,
  file: MigrationFile,
  now: Date,
  error: unknown,
): Promise<never> {
  const reason = error instanceof Error ? error.message : String(error)
  if (!(error instanceof DatabaseError) || passing.test(error.code ?? '')) {
    throw new MigrationError(interrupted(file.name, reason))
  }
  await client.query('rollback to savepoint file')
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, logs) values ($1, $2, $3, $4, $5)`,
    [randomUUID(), file.checksum, file.name, now, reason],
  )
  await client.query('commit')
  throw new MigrationError(failed(file.name, reason))
}

const failed = (name: string, reason: string) =>
  `The migration ${name} failed: ${reason}. None of it was kept, and your data is unchanged.\n` +
  'Install a version of Steppe in which it is corrected.'

const failedBefore = (name: string, reason: string) =>
  `The migration ${name} failed in an earlier run: ${reason}. None of it was kept, and it was not tried again.\n` +
  'Install a version of Steppe in which it is corrected, or go back to the version you had.'

const interrupted = (name: string, reason: string) =>
  `The migration ${name} was interrupted: ${reason}. None of it was kept, and your data is unchanged.\n` +
  'Run the same command again.'

const changedFile = (name: string) =>
  `The migration ${name} was applied to this database with other contents than its file has now. Nothing was changed.\n` +
  'Restore the file as it was released, and put changes into a new migration.'

const newerDatabase = (name: string) =>
  `This database was used by a newer version of Steppe: it has the migration ${name}, which this version does not know. Nothing was changed.\n` +
  'Start the newer version, or restore a backup made with this one.'
