import 'server-only'
import { Client } from 'pg'

/** Work on a connection of its own, in the role that its address names. */
export async function withOneClient<T>(
  url: string,
  purpose: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url, application_name: `steppe ${purpose}` })
  client.on('error', () => {}) // the query under way rejects with the same error
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
