import 'server-only'
import { latestTrial, newestGood } from '../../db/backup/backup-runs'
import { accountFacts } from '../../db/operate/account-facts'
import { databaseFacts } from '../../db/operate/database-facts'
import { installedSince } from '../../db/operate/installation'
import { checkSecurity, type Judged } from '../../security/check-security'
import type { BackupFacts } from '../../security/facts'
import { backupSettings } from '../backup/backup-settings'
import type { AdminScope } from '../scope'
import type { WholeScope } from '../whole-scope'
import { machineFacts } from './machine-facts'

type Given = {
  readonly now: number
  readonly env?: Readonly<Record<string, string | undefined>>
}

/**
 * Judges how this installation is configured. A command acts as the owner of the database, but judges
 * the role of the web server.
 */
export async function loadSecurity(
  _: AdminScope | WholeScope,
  { now, env = process.env }: Given,
): Promise<readonly Judged[]> {
  const url = env.STEPPE_APPLICATION_DATABASE_URL || env.DATABASE_URL || ''
  const [machine, database, accounts, backups] = await Promise.all([
    machineFacts(env),
    databaseFacts(url),
    accountFacts(now),
    backupFacts(env),
  ])
  return checkSecurity({ now, ...machine, database, accounts, backups })
}

async function backupFacts(env: NonNullable<Given['env']>): Promise<BackupFacts> {
  const [newest, trial, since] = await Promise.all([
    newestGood({}),
    latestTrial(),
    installedSince(),
  ])
  return {
    schedule: backupSettings(env).kind,
    installedSince: since,
    newestGood: newest?.startedAt ?? null,
    lastTrial: trial && { at: trial.at, failed: trial.failure !== null },
  }
}
