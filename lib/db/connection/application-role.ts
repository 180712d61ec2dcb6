import 'server-only'
import type { Client } from 'pg'
import { z } from 'zod'
import { withOneClient } from './with-one-client'

/** What the application may do with a table. Everything else belongs to the owner of the tables. */
const ONLY_ADDED_TO = ['SELECT', 'INSERT']
const CHANGED = ['SELECT', 'INSERT', 'UPDATE', 'DELETE']
const ALL = [...CHANGED, 'TRUNCATE', 'REFERENCES', 'TRIGGER']

const rightsOf = (table: string): readonly string[] => {
  if (table === '_prisma_migrations') return ['SELECT']
  return table === 'ReviewEvent' || table === 'AuditEvent' ? ONLY_ADDED_TO : CHANGED
}

/** The key of the lock under which one of several processes that start together does this. */
const LOCK = 7270736903

const held = z.object({ name: z.string(), right: z.string(), has: z.boolean() })

/**
 * Gives the role of `applicationUrl` what the application needs in the database of `ownerUrl`, and
 * nothing else: it may only read and add to the log and the audit, and change no table, function or
 * migration. Does nothing for one and the same role, and writes nothing when all is as it should be.
 *
 * @returns whether something was changed
 */
export async function grantApplication(urls: {
  readonly ownerUrl: string
  readonly applicationUrl: string
}): Promise<boolean> {
  const application = await currentUser(urls.applicationUrl)
  return withOneClient(urls.ownerUrl, 'roles', async (owner) => {
    if (application === (await userOf(owner))) return false
    await owner.query('begin')
    await owner.query('select pg_advisory_xact_lock($1)', [LOCK])
    const wrong = await differences(owner, application)
    if (wrong.size > 0) await grant(owner, application, wrong)
    await owner.query('commit')
    return wrong.size > 0
  })
}

/** The tables of the schema whose rights are others than they should be. Partitions are reached through their table. */
async function differences(owner: Client, role: string): Promise<ReadonlySet<string>> {
  const { rows } = await owner.query(
    `select c.relname::text as name, r."right", has_table_privilege($1, c.oid, r."right") as has
     from pg_class c, unnest($2::text[]) as r("right")
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')`,
    [role, ALL],
  )
  const partitions = await owner.query<{ name: string }>(
    `select relname::text as name from pg_class
     where relnamespace = current_schema()::regnamespace and relispartition`,
  )
  const isPartition = new Set(partitions.rows.map(({ name }) => name))
  return new Set(
    rows.flatMap((row) => {
      const { name, right, has } = held.parse(row)
      const wanted = !isPartition.has(name) && rightsOf(name).includes(right)
      return has === wanted ? [] : [name]
    }),
  )
}

async function grant(owner: Client, role: string, tables: ReadonlySet<string>): Promise<void> {
  const to = owner.escapeIdentifier(role)
  const { rows } = await owner.query<{ schema: string; isPartition: string[] }>(
    `select current_schema()::text as schema, coalesce(array_agg(relname::text), '{}') as "isPartition"
     from pg_class where relnamespace = current_schema()::regnamespace and relispartition`,
  )
  const { schema = 'public', isPartition = [] } = rows[0] ?? {}
  const inSchema = owner.escapeIdentifier(schema)
  await owner.query(`grant usage on schema ${inSchema} to ${to}`)
  await owner.query(`revoke create on schema ${inSchema} from ${to}`)
  for (const table of tables) {
    const name = owner.escapeIdentifier(table)
    await owner.query(`revoke all on ${name} from ${to}`)
    if (!isPartition.includes(table)) {
      await owner.query(`grant ${rightsOf(table).join(', ')} on ${name} to ${to}`)
    }
  }
  await owner.query(`grant usage on all sequences in schema ${inSchema} to ${to}`)
  // They check for themselves what they are asked for, and are the one way to delete from the log.
  await owner.query(`grant execute on function steppe_erase_log(uuid) to ${to}`)
  await owner.query(`grant execute on function steppe_forget_in_audit(uuid, text) to ${to}`)
}

async function userOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_user::text as name')
  return rows[0]?.name ?? ''
}

const currentUser = (url: string): Promise<string> => withOneClient(url, 'roles', userOf)
