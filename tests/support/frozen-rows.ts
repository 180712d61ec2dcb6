import type { Client } from 'pg'

export type FrozenRow = {
  readonly table: string
  /** The columns as Postgres writes them in JSON. */
  readonly row: Readonly<Record<string, unknown>>
}

/** Ways into an account, and what belongs to the installation alone. */
const LEFT_OUT: readonly string[] = [
  'Session',
  'Invitation',
  'PasswordLink',
  'SignInThrottle',
  'Installation',
  'BackupRun',
  // The published versions write it.
  'QuestionRevision',
]
const BLANKED: readonly string[] = ['passwordHash', 'calendarHash']

/** Every row of a database that a release may be frozen with, parents before their children. */
export async function dumpRows(client: Client): Promise<readonly FrozenRow[]> {
  await client.query("set timezone to 'UTC'")
  const dumped: FrozenRow[] = []
  for (const table of await tablesInOrder(client)) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from "${table}" t order by to_jsonb(t)::text collate "C"`,
    )
    for (const { row } of rows) dumped.push({ table, row: blanked(row) })
  }
  return dumped
}

/** Puts dumped rows into the tables they came from; columns that were added later take their defaults. */
export async function insertRows(client: Client, rows: readonly FrozenRow[]): Promise<void> {
  for (const table of new Set(rows.map((one) => one.table))) {
    const own = rows.filter((one) => one.table === table).map(({ row }) => row)
    const columns = Object.keys(own[0] ?? {}).map((name) => `"${name}"`)
    await client.query(
      `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1)`,
      [JSON.stringify(own)],
    )
  }
  await client.query(
    `select setval(pg_get_serial_sequence('"PublishedCourse"', 'version'), max("version")) from "PublishedCourse"`,
  )
}

async function tablesInOrder(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; parents: string[] }>(`
    select c.relname as name, array(
      select p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
      where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid
    ) as parents
    from pg_class c where c.relkind in ('r', 'p') and not c.relispartition
      and c.relnamespace = 'public'::regnamespace and c.relname not like '\\_%' order by c.relname collate "C"`)
  const waiting = new Map(rows.map(({ name, parents }) => [name, parents]))
  const ordered: string[] = []
  while (waiting.size > 0) {
    const next = [...waiting].find(([, parents]) => !parents.some((name) => waiting.has(name)))
    if (!next) throw new Error(`These tables refer to each other: ${[...waiting.keys()]}`)
    waiting.delete(next[0])
    ordered.push(next[0])
  }
  return ordered.filter((name) => !LEFT_OUT.includes(name))
}

const blanked = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, BLANKED.includes(name) ? null : value]),
  )
