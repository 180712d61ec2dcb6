import 'server-only'
import { type BackupWarning, backupWarnings } from '../../backup/warnings'
import { type BackupRun, latestBackups, newestGood } from '../../db/backup/backup-runs'
import { lastRestore } from '../../db/operate/installation'
import type { AdminScope } from '../scope'
import { type BackupSettings, backupSettings } from './backup-settings'

export type BackupsView = {
  readonly settings: BackupSettings
  readonly warnings: readonly BackupWarning[]
  /** The newest that was made, and the newest that was restored for trial without a fault. */
  readonly newest: BackupRun | null
  readonly tried: BackupRun | null
  readonly restore: { readonly at: number; readonly madeAt: string } | null
  readonly runs: readonly BackupRun[]
}

const SHOWN = 30

/** How it stands with the backups of this installation. */
export async function loadBackups(
  _: AdminScope,
  {
    now,
    settings = backupSettings(),
  }: { readonly now: number; readonly settings?: BackupSettings },
): Promise<BackupsView> {
  const [runs, newest, tried, restore] = await Promise.all([
    latestBackups(SHOWN),
    newestGood({}),
    newestGood({ tried: true }),
    lastRestore(),
  ])
  const [last] = runs
  const trial = lastTrialOf(runs)
  const warnings = backupWarnings({
    now,
    settings: settings.kind === 'wrong' ? { wrong: settings.why } : settings.kind,
    newestGood: newest?.startedAt ?? null,
    everTried: tried !== null,
    failed: last?.end.kind === 'failed' ? last.end : null,
    trialFailed: trial?.failure ? { at: trial.at, why: trial.failure } : null,
  })
  return { settings, warnings, newest, tried, restore, runs }
}

const lastTrialOf = (runs: readonly BackupRun[]): BackupRun['trial'] =>
  runs.reduce<BackupRun['trial']>(
    (newest, { trial }) => (trial && trial.at > (newest?.at ?? 0) ? trial : newest),
    null,
  )
