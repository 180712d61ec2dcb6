import 'server-only'
import { databasePool } from './client'

/** More than fits into what the files of the catalogue may still have free. */
const WRITE = `CREATE TEMP TABLE "steppe_probe" ON COMMIT DROP AS
  SELECT repeat(i::text, 500) FROM generate_series(1, 500) i`

/**
 * Whether the disk of the database was met full and still is. It writes something small to find out,
 * only after it was met so: no check of a healthy database costs a write.
 */
export async function diskIsFull(): Promise<boolean> {
  const pool = databasePool()
  if (pool.trouble !== 'disk-full') return false
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(WRITE)
    pool.trouble = null
    console.error('Steppe: the disk of the database has space again.')
    return false
  } catch {
    return true
  } finally {
    await client.query('ROLLBACK').catch(() => {})
    client.release()
  }
}
