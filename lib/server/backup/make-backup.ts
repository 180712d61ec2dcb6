import 'server-only'
import { version } from '../../../package.json'
import { writeSnapshot } from '../../db/backup/write-snapshot'
import type { WholeScope } from '../whole-scope'
import { BackupRefused } from './backup-refused'
import { writeSealed } from './write-file'

export type MadeBackup = {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly tables: number
  readonly rows: number
}

/**
 * Writes everything that people entered into one file, as it was at one instant, while the server goes
 * on. An older file of that name is replaced when the new one is complete. Throws BackupRefused.
 */
export async function makeBackup(
  _: WholeScope,
  { url, path, now }: { readonly url: string; readonly path: string; readonly now: number },
): Promise<MadeBackup> {
  try {
    const { result, ...file } = await writeSealed(path, (write) =>
      writeSnapshot({ url, program: version, now, write }),
    )
    return { path, ...file, ...result }
  } catch (error) {
    throw new BackupRefused(
      `The backup ${path} was not made: ${error instanceof Error ? error.message : error}. ` +
        'The data was not touched, and an older file of that name was kept.\n' +
        'Check that the folder exists and has room, and that the database can be reached; then try again.',
    )
  }
}
