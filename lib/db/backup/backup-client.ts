import 'server-only'
import { SteadyClient } from '../connection/steady-client'

// A backup takes minutes, and what the role or the database say of time limits is meant for requests.
// The rest fixes the form of the values, which must be the same wherever the file is restored.
const SETTINGS = `
  SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL datestyle = 'ISO'; SET LOCAL timezone = 'UTC'; SET LOCAL row_security = off`

/** One transaction on a connection of its own, which a pooler may serve. Rolled back when `work` throws. */
export async function inBackupTransaction<T>(
  url: string,
  begin: string,
  work: (client: SteadyClient) => Promise<T>,
): Promise<T> {
  const client = new SteadyClient({ connectionString: url, application_name: 'steppe backup' })
  client.on('error', () => {}) // the query under way rejects with the same error
  await client.connect()
  try {
    await client.query(begin)
    await client.query(SETTINGS)
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } finally {
    // The database rolls back what was not committed. A statement for that would have to wait behind
    // the rows of a table that nobody takes any more.
    await client.end().catch(() => {})
  }
}
