import 'server-only'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type MigrationFile = {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** Every `<name>/migration.sql` of a directory, in the order of their names. */
export function readMigrationFiles(directory: string): readonly MigrationFile[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      // Git on Windows may have changed the line ends; that is no changed migration.
      const sql = readFileSync(join(directory, name, 'migration.sql'), 'utf8').replaceAll(
        '\r\n',
        '\n',
      )
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}
