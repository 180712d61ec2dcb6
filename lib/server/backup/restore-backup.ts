import 'server-only'
import { TextDamaged } from '../../backup/backup-text'
import { type Loaded, loadSnapshot } from '../../db/backup/load-snapshot'
import { readMigrationFiles } from '../../db/connection/migration-files'
import type { WholeScope } from '../whole-scope'
import { BackupRefused } from './backup-refused'
import { openBackup } from './open-file'

export type RestoredBackup = {
  readonly madeAt: number
  readonly program: string
  readonly sha256: string
  readonly tables: number
  readonly rows: number
}

/**
 * Makes the database what it was when the backup was made. One transaction: whatever goes wrong, the
 * database stays as it is. Throws BackupRefused.
 */
export async function restoreBackup(
  _: WholeScope,
  input: {
    readonly url: string
    readonly path: string
    /** The folder with the migrations of this version. */
    readonly migrations: string
    readonly replace: boolean
    readonly now: number
    readonly onTable?: (name: string) => void
  },
): Promise<RestoredBackup> {
  const { path, url, replace, now, onTable = () => {} } = input
  const migrations = readMigrationFiles(input.migrations)
  const { manifest, sha256, text, close } = await openBackup(path, migrations)
  try {
    const loaded = await loadSnapshot({ url, manifest, text, migrations, replace, now, onTable })
    if (loaded.kind === 'refused') throw new BackupRefused(refusal(path, loaded.target))
    const { program, madeAt } = manifest
    const { tables, rows } = loaded
    return { madeAt: Date.parse(madeAt), program, sha256, tables, rows }
  } catch (error) {
    throw error instanceof BackupRefused ? error : new BackupRefused(failure(path, error))
  } finally {
    close()
  }
}

function refusal(path: string, target: Extract<Loaded, { kind: 'refused' }>['target']): string {
  switch (target.kind) {
    case 'in-use':
      return (
        `${path} was not restored: the database already has ${target.people} accounts. Nothing was changed.\n` +
        'Restore into an empty database. To delete everything in this one and put the backup in its place, ' +
        'make a backup of it first, stop Steppe, and add --replace.'
      )
    case 'foreign':
      return (
        `${path} was not restored: the database contains what this version of Steppe did not make ` +
        `(${target.names.join(', ')}). Nothing was changed.\n` +
        'Name a database in DATABASE_URL that belongs to Steppe alone.'
      )
  }
}

function failure(path: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : `${error}`
  const advice =
    error instanceof TextDamaged
      ? 'Take another backup.'
      : 'The role of the database must own its tables, and the disk needs room for a second copy of the data. ' +
        'Stop every process of Steppe, correct what the reason says, and try again.'
  return `${path} was not restored: ${reason}${/[.!]$/.test(reason) ? '' : '.'} Nothing was changed.\n${advice}`
}
