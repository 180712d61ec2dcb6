import 'server-only'
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { backupSettings } from '../backup/backup-settings'
import { scheduledBackup, scheduledTrial } from '../backup/scheduled-backup'
import type { WholeScope } from '../whole-scope'

export const backUp = (whole: WholeScope, now: number): Promise<string | null> =>
  scheduledBackup(whole, {
    settings: backupSettings(),
    url: process.env.DATABASE_URL ?? '',
    now,
    clock: Date.now,
  })

export const tryBackup = (whole: WholeScope, now: number): Promise<string | null> =>
  scheduledTrial(whole, { settings: backupSettings(), now, host: hostname(), exists: existsSync })
