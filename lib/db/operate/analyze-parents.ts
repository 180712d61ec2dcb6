import 'server-only'
import { DAY_MS } from '../../kernel/duration'
import { databasePool } from '../connection/client'

// Autovacuum counts the values of each partition, and never those of the table that they are parts of, which
// Postgres needs to plan a statement about many people. Only an owner may have them counted.
const STALE = `
  SELECT c."relname" FROM pg_class c JOIN pg_namespace n ON n."oid" = c."relnamespace"
  LEFT JOIN pg_stat_user_tables s ON s."relid" = c."oid"
  WHERE c."relkind" = 'p' AND n."nspname" = current_schema() AND pg_has_role(c."relowner", 'USAGE')
    AND (s."last_analyze" IS NULL OR s."last_analyze" <= $1::timestamptz)
  ORDER BY c."relname"`

/** Has Postgres count the values of each partitioned table once a day. The names of those that it counted. */
export async function analyzeParents(now: number): Promise<readonly string[]> {
  const pool = databasePool()
  const yesterday = new Date(now - DAY_MS).toISOString()
  const { rows } = await pool.query<{ relname: string }>(STALE, [yesterday])
  for (const { relname } of rows) await pool.query(`ANALYZE "${relname}"`)
  return rows.map(({ relname }) => relname)
}
