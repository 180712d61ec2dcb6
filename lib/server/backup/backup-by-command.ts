import 'server-only'
import { hostname } from 'node:os'
import { uuidv7 } from 'uuidv7'
import { noteBackup } from '../../db/backup/backup-runs'
import type { WholeScope } from '../whole-scope'
import { type MadeBackup, makeBackup } from './make-backup'

/** A backup that somebody asked for, noted for the administrators. Throws BackupRefused. */
export async function backupByCommand(
  whole: WholeScope,
  input: { readonly url: string; readonly path: string; readonly clock: () => number },
): Promise<MadeBackup & { readonly tookMs: number }> {
  const { url, path, clock } = input
  const startedAt = clock()
  const run = { id: uuidv7(), host: hostname(), startedAt }
  const made = await makeBackup(whole, { url, path, now: startedAt })
  const finishedAt = clock()
  const tookMs = finishedAt - startedAt
  await noteBackup({ ...run, finishedAt, tookMs, outcome: { file: path, ...made } })
  return { ...made, tookMs }
}
