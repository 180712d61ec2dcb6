import 'server-only'
import type { Client } from 'pg'
import { z } from 'zod'
import { LEFT_OUT } from '../../backup/contents'
import { dependencyOrder } from '../../backup/dependency-order'
import type { BackedUpTable } from '../../backup/manifest'

const tableRow = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  parents: z.array(z.string()),
})

// A partitioned table is one table: its partitions are not named. Postgres computes generated columns.
const TABLES = `
  SELECT c.relname::text AS "name",
    array(SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY a.attnum) AS "columns",
    array(SELECT p.relname::text FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid
      WHERE f.conrelid = c.oid AND f.contype = 'f') AS "parents"
  FROM pg_class c
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND c.relnamespace = current_schema()::regnamespace`

/** What a backup contains, parents before their children; asked of the database, so that nothing new is forgotten. */
export async function tablesToBackUp(client: Client): Promise<readonly BackedUpTable[]> {
  const { rows } = await client.query<unknown[]>(TABLES)
  const tables = rows.map((row) => tableRow.parse(row))
  return dependencyOrder(tables)
    .filter(({ name }) => !(name in LEFT_OUT))
    .map(({ name, columns }) => ({ name, columns }))
}
