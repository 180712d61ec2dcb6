import 'server-only'
import { mkdir, readdir, rm, statfs } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { dueIn, fileNameOf } from '../../backup/file-name'
import { backupDue, trialDue } from '../../backup/schedule'
import { type Keep, toThinOut } from '../../backup/thinning'
import {
  claimBackup,
  claimTrial,
  finishBackup,
  lastTrialAt,
  newestGood,
} from '../../db/backup/backup-runs'
import { databaseBytes } from '../../db/backup/database-size'
import { installedSince } from '../../db/operate/installation'
import { HOUR_MS } from '../../kernel/duration'
import { formatBytes } from '../../kernel/size'
import type { WholeScope } from '../whole-scope'
import type { BackupSettings } from './backup-settings'
import { makeBackup } from './make-backup'
import { runTrial } from './trial'

const KEEP: Keep = { days: 7, weeks: 5, months: 12 }

const RETRY_MS = HOUR_MS
/** No backup takes so long: whoever began it has ended without a word. */
const ABANDONED_MS = 6 * HOUR_MS
/** A disk that fills up stops the database, which is worse than a day without a backup. */
const SPARE_BYTES = 1e9

type Given = {
  readonly settings: BackupSettings
  readonly url: string
  readonly now: number
  readonly clock: () => number
}

/**
 * Makes the backup of the day when it is due, then deletes those that are no longer kept. Harmless when
 * repeated, also by several processes at once: one of them makes it. A failure is kept for the
 * administrators, and another process or turn tries again an hour later.
 */
export async function scheduledBackup(whole: WholeScope, given: Given): Promise<string | null> {
  const { settings, now, clock } = given
  if (settings.kind !== 'on') return null
  const { folder, time } = settings
  const since = await installedSince()
  if (since === null) return null
  const due = backupDue({ now, time, since, newestMade: await newestScheduled() })
  if (due === null) return null
  const id = `scheduled ${new Date(due).toISOString()}`
  const claim = { id, host: hostname(), now, retryMs: RETRY_MS, abandonedMs: ABANDONED_MS }
  if (!(await claimBackup(claim))) return null
  const begun = clock()
  const ended = (outcome: Parameters<typeof finishBackup>[1]['outcome']) =>
    finishBackup(id, { finishedAt: clock(), tookMs: clock() - begun, outcome })
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await needRoom(folder)
    const made = await makeBackup(whole, {
      url: given.url,
      path: join(folder, fileNameOf(due)),
      now,
    })
    await ended({ ...made, file: made.path })
    const deleted = await thinOut(folder)
    return `made ${made.path} (${formatBytes(made.bytes)}), and deleted ${deleted} that are no longer kept`
  } catch (error) {
    const failure = error instanceof Error ? error.message : `${error}`
    await ended({ failure })
    return `failed, and will be tried again in an hour: ${failure}`
  }
}

async function newestScheduled(): Promise<number | null> {
  const good = await newestGood({ kind: 'scheduled' })
  return good?.startedAt ?? null
}

/** A backup is rarely larger than a quarter of its database; the last one says it better. */
async function needRoom(folder: string): Promise<void> {
  const last = await newestGood({})
  const expected = last?.end.kind === 'made' ? last.end.bytes * 1.2 : (await databaseBytes()) / 4
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= expected + SPARE_BYTES) return
  throw new Error(
    `${folder} has ${formatBytes(free)} free, and the backup needs about ${formatBytes(expected)} beside ` +
      `${formatBytes(SPARE_BYTES)} that stay free. No backup was made. Make room, or set STEPPE_BACKUP_DIR to another disk.`,
  )
}

async function thinOut(folder: string): Promise<number> {
  const made = (await readdir(folder)).flatMap((name) => {
    const due = dueIn(name)
    return due === null ? [] : [due]
  })
  const out = toThinOut(made, KEEP)
  for (const due of out) await rm(join(folder, fileNameOf(due)), { force: true })
  return out.length
}

/**
 * Restores the newest backup for trial once a week, in a database of its own that is then removed. Of
 * several processes, one that has the file does it. A backup above the size of the settings is left to whoever
 * runs Steppe.
 */
export async function scheduledTrial(
  _: WholeScope,
  {
    settings,
    now,
    host,
    run = runTrial,
    exists,
  }: {
    readonly settings: BackupSettings
    readonly now: number
    readonly host: string
    readonly exists: (path: string) => boolean
    readonly run?: typeof runTrial
  },
): Promise<string | null> {
  if (settings.kind !== 'on' || settings.program === null) return null
  const last = await lastTrialAt()
  if (!trialDue(now, last)) return null
  const newest = await newestGood({ kind: 'scheduled' })
  if (newest?.end.kind !== 'made' || newest.host !== host || !exists(newest.end.file)) return null
  if (newest.end.rows > settings.trialUpToRows) return null
  if (!(await claimTrial(newest.id, last, now))) return null
  const outcome = await run(settings.program, newest.end.file)
  return outcome === 'passed'
    ? `restored ${newest.end.file} for trial, and its log is in order`
    : `failed: ${newest.end.file} could not be restored for trial; the page Backups says why`
}
