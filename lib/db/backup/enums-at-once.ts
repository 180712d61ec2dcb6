import 'server-only'
import type { MigrationFile } from '../connection/migration-files'

const ADDED = /ALTER TYPE ("[^"]+") ADD VALUE ('(?:[^']|'')+');/g
const CREATED = /CREATE TYPE ("[^"]+") AS ENUM \(([^)]*)\)/g

/**
 * The same migrations for one transaction: a value that a later file adds to an enum is there from the
 * beginning. Until Postgres 17, a value that was added may not be used before the transaction ends.
 */
export function enumsAtOnce(files: readonly MigrationFile[]): readonly MigrationFile[] {
  const added = new Map<string, string[]>()
  const without = files.map((file) => ({
    ...file,
    sql: file.sql.replace(ADDED, (_, type: string, value: string) => {
      added.set(type, [...(added.get(type) ?? []), value])
      return ''
    }),
  }))
  return without.map((file) => ({
    ...file,
    sql: file.sql.replace(
      CREATED,
      (_, type: string, values: string) =>
        `CREATE TYPE ${type} AS ENUM (${[values, ...(added.get(type) ?? [])].join(', ')})`,
    ),
  }))
}
