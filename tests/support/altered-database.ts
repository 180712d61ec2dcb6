import { withClient } from './with-client'

/** Sets something for every later connection to the database, and gives its address back. */
export const altered = (url: string, setting: string): Promise<string> =>
  execute(url, (name) => `alter database ${name} set ${setting}`)

/** The same for the role that the tests sign in with, in this database only. */
export const alteredRole = (url: string, setting: string): Promise<string> =>
  execute(url, (name) => `alter role current_user in database ${name} set ${setting}`)

export function withOptions(url: string, options: string): string {
  const changed = new URL(url)
  changed.searchParams.set('options', options)
  return changed.href
}

async function execute(url: string, statement: (database: string) => string): Promise<string> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>('select current_database() as name')
    await client.query(statement(rows[0]?.name ?? ''))
  })
  return url
}
