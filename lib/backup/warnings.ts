import { STALE_MS } from './schedule'

/** What an administrator must know about the backups, most urgent first. */
export type BackupWarning =
  | { readonly kind: 'wrong-settings'; readonly why: string }
  | { readonly kind: 'none' }
  /** `at` is the instant (ms) of the newest good backup. */
  | { readonly kind: 'old'; readonly at: number }
  | { readonly kind: 'failed'; readonly at: number; readonly why: string }
  | { readonly kind: 'trial-failed'; readonly at: number; readonly why: string }
  | { readonly kind: 'never-tried' }
  | { readonly kind: 'not-scheduled' }

type Standing = {
  readonly now: number
  readonly settings: 'on' | 'off' | { readonly wrong: string }
  /** When the newest good backup was made, and whether any was ever restored for trial. */
  readonly newestGood: number | null
  readonly everTried: boolean
  /** Of the newest run and of the newest trial, if they failed. */
  readonly failed: { readonly at: number; readonly why: string } | null
  readonly trialFailed: { readonly at: number; readonly why: string } | null
}

export function backupWarnings(standing: Standing): readonly BackupWarning[] {
  const { now, settings, newestGood, everTried, failed, trialFailed } = standing
  const found: BackupWarning[] = []
  if (typeof settings === 'object') found.push({ kind: 'wrong-settings', why: settings.wrong })
  if (newestGood === null) found.push({ kind: 'none' })
  else if (now - newestGood > STALE_MS) found.push({ kind: 'old', at: newestGood })
  if (failed) found.push({ kind: 'failed', ...failed })
  if (trialFailed) found.push({ kind: 'trial-failed', ...trialFailed })
  else if (newestGood !== null && !everTried) found.push({ kind: 'never-tried' })
  if (settings === 'off') found.push({ kind: 'not-scheduled' })
  return found
}
