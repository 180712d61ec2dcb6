import 'server-only'
import type { Client } from 'pg'
import { z } from 'zod'
import { quoted } from '../../backup/manifest'
import { Prisma } from '../generated/client'

/** What the database into which a backup is restored contains before. */
export type Target =
  | { readonly kind: 'empty' }
  | { readonly kind: 'in-use'; readonly people: number }
  /** Tables, views or the like that this version of Steppe did not make. */
  | { readonly kind: 'foreign'; readonly names: readonly string[] }

const OWN = [...Object.values(Prisma.ModelName), '_prisma_migrations']

// What an extension brought is not named.
const RELATIONS = `
  SELECT c.relname::text AS "name" FROM pg_class c
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
    AND c.relnamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY 1`

const relation = z.object({ name: z.string() })
const counted = z.object({ people: z.number() })

export async function targetOf(client: Client): Promise<Target> {
  const names = await relationsOf(client)
  const foreign = names.filter((name) => !OWN.includes(name))
  if (foreign.length > 0) return { kind: 'foreign', names: foreign }
  if (!names.includes('User')) return { kind: 'empty' }
  const { rows } = await client.query<unknown[]>(`SELECT count(*)::int AS "people" FROM "User"`)
  const { people } = counted.parse(rows[0])
  return people === 0 ? { kind: 'empty' } : { kind: 'in-use', people }
}

async function relationsOf(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<unknown[]>(RELATIONS)
  return rows.map((row) => relation.parse(row).name)
}

const dropped = z.object({ statement: z.string() })

// The tables are gone by then, so no trigger needs its function and no column its type.
const OTHER_OBJECTS = `
  SELECT format('DROP TYPE %s', t.oid::regtype) AS "statement" FROM pg_type t
  WHERE t.typtype = 'e' AND t.typnamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d
      WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
  UNION ALL
  SELECT format('DROP ROUTINE %s', p.oid::regprocedure) FROM pg_proc p
  WHERE p.pronamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d
      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`

/** Removes what migrations made. Only on a target that is not foreign. */
export async function emptyTarget(client: Client): Promise<void> {
  const names = await relationsOf(client)
  if (names.length > 0) await client.query(`DROP TABLE ${names.map(quoted).join(', ')}`)
  const { rows } = await client.query<unknown[]>(OTHER_OBJECTS)
  for (const row of rows) await client.query(dropped.parse(row).statement)
}
