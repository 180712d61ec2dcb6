import 'server-only'
import { type TimeOfDay, timeOfDay } from '../../backup/schedule'

export type BackupSettings =
  | { readonly kind: 'off' }
  /** `why` is a whole sentence that says what to set. */
  | { readonly kind: 'wrong'; readonly why: string }
  | {
      readonly kind: 'on'
      readonly folder: string
      readonly time: TimeOfDay
      /** `steppe`, for the weekly trial restore; null for none. */
      readonly program: string | null
      /** A larger backup is not restored for trial by itself. */
      readonly trialUpToRows: number
    }

/**
 * A trial restore takes half a second to a second of a busy core for each 1,000 rows, so that a larger one
 * would be felt for a quarter of an hour and more.
 */
const TRIAL_UP_TO_ROWS = 1_000_000

/** Reads STEPPE_BACKUP_DIR, STEPPE_BACKUP_AT and STEPPE_BACKUP_TRIAL. */
export function backupSettings(
  env: Readonly<Record<string, string | undefined>> = process.env,
): BackupSettings {
  const folder = env.STEPPE_BACKUP_DIR
  if (!folder || folder === 'off') return { kind: 'off' }
  const at = env.STEPPE_BACKUP_AT || '01:00'
  const time = timeOfDay(at)
  if (time === null) {
    return {
      kind: 'wrong',
      why: `STEPPE_BACKUP_AT is “${at}”, which is no time of day. Set hours and minutes in UTC, such as 01:00.`,
    }
  }
  const trial = env.STEPPE_BACKUP_TRIAL || 'small'
  if (trial !== 'small' && trial !== 'weekly' && trial !== 'off') {
    return {
      kind: 'wrong',
      why: `STEPPE_BACKUP_TRIAL is “${trial}”. Set it to small, weekly or off.`,
    }
  }
  const program = trial === 'off' ? null : env.STEPPE_PROGRAM || null
  const trialUpToRows = trial === 'weekly' ? Number.POSITIVE_INFINITY : TRIAL_UP_TO_ROWS
  return { kind: 'on', folder, time, program, trialUpToRows }
}
