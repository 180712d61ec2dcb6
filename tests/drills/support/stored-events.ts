import { Client } from 'pg'
import { openPostgres } from '../../../bin/support/postgres.mjs'
import { courseOf } from '../../bench/seed/learners'

/** Reads with a connection of the application's role, beside the running program. */
async function withRows<T>(dataDir: string, read: (client: Client) => Promise<T>): Promise<T> {
  const postgres = await openPostgres({ dataDir })
  const client = new Client(postgres.url)
  await client.connect()
  try {
    return await read(client)
  } finally {
    await client.end()
    await postgres.stop()
  }
}

/** The ids of the log, as often as it has them. */
export const storedEvents = (dataDir: string): Promise<readonly string[]> =>
  withRows(dataDir, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from "ReviewEvent"')
    return rows.map(({ id }) => id)
  })

export const questionsOf = (dataDir: string): Promise<readonly string[]> =>
  withRows(dataDir, async (client) => (await courseOf(client)).questions)
