import 'server-only'
import { DatabaseError, type QueryResultRow } from 'pg'
import { databasePool } from './client'

/** Errors of a pooler that gives each statement another connection: no such statement, or a second one. */
const NAME_UNKNOWN = ['26000', '42P05']

let namesHold = true

/**
 * Runs a statement that the database parses and plans once for each connection, under `name`. Where a
 * pooler does not keep named statements, this and all later ones are sent without a name.
 */
export async function namedRows<Row extends QueryResultRow>(
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const pool = databasePool()
  const plain = { text, values: [...values] }
  if (!namesHold) return (await pool.query<Row>(plain)).rows
  try {
    return (await pool.query<Row>({ name, ...plain })).rows
  } catch (error) {
    if (!(error instanceof DatabaseError) || !NAME_UNKNOWN.includes(error.code ?? '')) throw error
    // It was refused before it ran, so it may be sent again.
    namesHold = false
    return (await pool.query<Row>(plain)).rows
  }
}
