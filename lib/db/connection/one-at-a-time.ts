import 'server-only'
import { Client } from 'pg'

/** Beside 72707369, which is Prisma's (`migrate.ts`), and those of `lib/db/people`. */
const PREPARING = 72707372

/**
 * Prepares a database while no other process does; the others wait. The lock is one of a transaction,
 * which holds through PgBouncer, on a connection of its own, because the work may need all of the pool.
 */
export async function whilePreparing<T>(
  url: string,
  work: () => Promise<T>,
  onWait: () => void = () => {},
): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'steppe prepare' })
  client.on('error', () => {}) // whatever the work asks of the database fails too
  await client.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_xact_lock($1) as taken',
      [PREPARING],
    )
    if (rows[0]?.taken !== true) {
      onWait()
      await client.query('select pg_advisory_xact_lock($1)', [PREPARING])
    }
    return await work()
  } finally {
    await client.query('rollback').catch(() => {}) // nothing was written in it
    await client.end().catch(() => {})
  }
}
