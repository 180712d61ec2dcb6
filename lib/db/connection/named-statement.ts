import 'server-only'
import { createHash } from 'node:crypto'
import { DatabaseError, type Pool, type QueryResultRow } from 'pg'
import { databasePool } from './client'

/** Errors of a pooler that gives each statement another connection: no such statement, or a second one. */
const NAME_UNKNOWN = ['26000', '42P05']

/** Those behind a pooler that does not keep names. */
const withoutNames = new WeakSet<Pool>()

const names = new Map<string, string>()

/**
 * Named by its own text: behind a pooler, a process of another release may share the connection, and
 * must never run our statement for one of its own.
 */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `steppe-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
  names.set(text, name)
  return name
}

/**
 * Runs a statement that the database parses and plans once for each connection. Where a pooler does
 * not keep named statements, this and all later ones of `pool` are sent without a name. `text` must be
 * one of a few, since names are kept.
 */
export async function namedRows<Row extends QueryResultRow>(
  text: string,
  values: readonly unknown[],
  pool: Pool = databasePool(),
): Promise<readonly Row[]> {
  const plain = { text, values: [...values] }
  if (withoutNames.has(pool)) return (await pool.query<Row>(plain)).rows
  try {
    return (await pool.query<Row>({ name: nameOf(text), ...plain })).rows
  } catch (error) {
    if (!(error instanceof DatabaseError) || !NAME_UNKNOWN.includes(error.code ?? '')) throw error
    // It was refused before it ran, so it may be sent again.
    withoutNames.add(pool)
    return (await pool.query<Row>(plain)).rows
  }
}
