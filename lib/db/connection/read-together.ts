import 'server-only'
import type { Pool } from 'pg'
import { Prisma } from '../generated/client'
import { namedRows } from './named-statement'
import { fromReplica } from './read-replica'

/** One thing to read: SQL of one row with one JSON value, and what that value stands for. */
export type Reading<T> = { readonly sql: Prisma.Sql; readonly read: (json: unknown) => T }

type Readings = Readonly<Record<string, Reading<unknown>>>

type ReadOf<All extends Readings> = {
  readonly [Name in keyof All]: All[Name] extends Reading<infer T> ? T : never
}

/**
 * A tag: ``reading(schema.parse)`SELECT json_agg(…) FROM …` ``. Instants are written into JSON as
 * milliseconds, so that no session's zone changes them.
 */
export const reading =
  <T>(read: (json: unknown) => T) =>
  (sql: TemplateStringsArray, ...values: readonly unknown[]): Reading<T> => ({
    sql: Prisma.sql(sql, ...values),
    read,
  })

export const NOTHING: Reading<null> = reading(() => null)`SELECT NULL::json`

/** Several things as one. */
export function together<All extends Readings>(all: All): Reading<ReadOf<All>> {
  const parts = Object.entries(all)
  if (parts.length === 0) return { sql: NOTHING.sql, read: () => named<All>([]) }
  const sql = Prisma.join(
    parts.map(([name, { sql }]) => Prisma.sql`${Prisma.raw(`'${name}'`)}, (${sql})`),
  )
  return {
    sql: Prisma.sql`SELECT json_build_object(${sql})`,
    read: (json) => {
      const values = new Map(Object.entries(Object(json)))
      return named(parts.map(([name, { read }]) => [name, read(values.get(name))]))
    },
  }
}

/** Each value was made by the reading of its own name, which entries do not say. */
const named = <All extends Readings>(entries: readonly (readonly [string, unknown])[]) =>
  Object.fromEntries(entries) as ReadOf<All>

/** Reads it by a named statement: one way to the database and back, and one snapshot. */
export async function readOne<T>({ sql, read }: Reading<T>, pool?: Pool): Promise<T> {
  const text = `SELECT (${sql.text}) AS "value"`
  const [row] = await namedRows<{ value: unknown }>(text, sql.values, pool)
  return read(row?.value ?? null)
}

/** The same of what instructors read of learners: from the replica, if there is one. */
export const readOneFromReplica = <T>(wanted: Reading<T>): Promise<T> =>
  fromReplica((pool) => readOne(wanted, pool))
