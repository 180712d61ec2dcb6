import 'server-only'
import { z } from 'zod'
import { database } from '../connection/client'
import { rowsOf } from '../connection/rows-of'

type BackupMade = {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
}

type Ended = {
  readonly finishedAt: number
  readonly tookMs: number
  readonly outcome: BackupMade | { readonly failure: string }
}

/** A backup that somebody made by the command. */
export async function noteBackup(
  run: { readonly id: string; readonly host: string; readonly startedAt: number } & Ended,
): Promise<void> {
  const { id, host, startedAt } = run
  const data = { kind: 'command', host, startedAt: new Date(startedAt), ...endOf(run) }
  await database().backupRun.create({ data: { id, ...data } })
}

const claimed = z.object({ tries: z.number() })

/**
 * Takes a scheduled backup on, for one process only. False when it was made, when another process makes
 * it, and when it failed a moment ago. A process that ended on the way leaves it to others in time.
 */
export async function claimBackup(claim: {
  readonly id: string
  readonly host: string
  readonly now: number
  readonly retryMs: number
  readonly abandonedMs: number
}): Promise<boolean> {
  const now = new Date(claim.now)
  const rows = await rowsOf(claimed)`
    INSERT INTO "BackupRun" AS b ("id", "kind", "host", "startedAt")
    VALUES (${claim.id}, 'scheduled', ${claim.host}, ${now})
    ON CONFLICT ("id") DO UPDATE
      SET "host" = excluded."host", "startedAt" = excluded."startedAt", "finishedAt" = NULL,
        "failure" = NULL, "tries" = b."tries" + 1
      WHERE (b."failure" IS NOT NULL AND b."finishedAt" < ${new Date(claim.now - claim.retryMs)})
        OR (b."finishedAt" IS NULL AND b."startedAt" < ${new Date(claim.now - claim.abandonedMs)})
    RETURNING "tries"`
  return rows.length > 0
}

export async function finishBackup(id: string, ended: Ended): Promise<void> {
  await database().backupRun.update({ where: { id }, data: endOf(ended) })
}

const endOf = ({ finishedAt, tookMs, outcome }: Ended) => ({
  finishedAt: new Date(finishedAt),
  tookMs,
  ...('failure' in outcome
    ? { failure: outcome.failure }
    : {
        failure: null,
        file: outcome.file,
        sha256: outcome.sha256,
        bytes: BigInt(outcome.bytes),
        rows: BigInt(outcome.rows),
      }),
})

/** What a trial restore of the file with this checksum found. Nothing for a file that nobody noted. */
export async function noteTrial(trial: {
  readonly sha256: string
  readonly at: number
  readonly tookMs: number
  readonly failure: string | null
}): Promise<void> {
  const { sha256, at, tookMs, failure } = trial
  await database().backupRun.updateMany({
    where: { sha256 },
    data: { triedAt: new Date(at), trialMs: tookMs, trialFailure: failure },
  })
}

export type BackupRun = {
  readonly id: string
  readonly kind: 'scheduled' | 'command'
  readonly host: string
  readonly startedAt: number
  readonly end:
    | { readonly kind: 'running' }
    | { readonly kind: 'failed'; readonly at: number; readonly why: string }
    | ({ readonly kind: 'made'; readonly at: number; readonly tookMs: number } & BackupMade)
  readonly trial: {
    readonly at: number
    readonly tookMs: number
    readonly failure: string | null
  } | null
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof database>['backupRun']['findFirst']>>>

/** The latest ones, newest first. */
export async function latestBackups(take: number): Promise<readonly BackupRun[]> {
  const rows = await database().backupRun.findMany({ orderBy: { startedAt: 'desc' }, take })
  return rows.map(toRun)
}

/** The newest of those that were made; null if there is none. `tried`: and restored for trial without a fault. */
export async function newestGood(only: {
  readonly kind?: BackupRun['kind']
  readonly tried?: boolean
}): Promise<BackupRun | null> {
  const row = await database().backupRun.findFirst({
    where: {
      sha256: { not: null },
      failure: null,
      ...(only.kind ? { kind: only.kind } : {}),
      ...(only.tried ? { triedAt: { not: null }, trialFailure: null } : {}),
    },
    orderBy: only.tried ? { triedAt: 'desc' } : { startedAt: 'desc' },
  })
  return row && toRun(row)
}

const NOT_ENDED = 'The trial restore has begun and not ended.'

/** Takes the trial restore of a backup on, for one process only. `last`: the newest trial that is known. */
export async function claimTrial(id: string, last: number | null, now: number): Promise<boolean> {
  const { count } = await database().backupRun.updateMany({
    where: { id, OR: [{ triedAt: null }, { triedAt: last === null ? null : new Date(last) }] },
    data: { triedAt: new Date(now), trialFailure: NOT_ENDED },
  })
  return count === 1
}

/** The newest instant at which any backup was restored for trial, whatever came of it; null for never. */
export async function lastTrialAt(): Promise<number | null> {
  const { _max } = await database().backupRun.aggregate({ _max: { triedAt: true } })
  return _max.triedAt?.getTime() ?? null
}

/** The newest trial restore of all, with what it found; null if there was none. */
export async function latestTrial(): Promise<BackupRun['trial']> {
  const row = await database().backupRun.findFirst({
    where: { triedAt: { not: null } },
    orderBy: { triedAt: 'desc' },
  })
  return row && toRun(row).trial
}

function toRun(row: Row): BackupRun {
  return {
    id: row.id,
    kind: row.kind === 'scheduled' ? 'scheduled' : 'command',
    host: row.host,
    startedAt: row.startedAt.getTime(),
    end: endIn(row),
    trial: row.triedAt && {
      at: row.triedAt.getTime(),
      tookMs: row.trialMs ?? 0,
      failure: row.trialFailure,
    },
  }
}

function endIn({ finishedAt, failure, file, sha256, bytes, rows, tookMs }: Row): BackupRun['end'] {
  if (finishedAt === null) return { kind: 'running' }
  const at = finishedAt.getTime()
  if (failure !== null) return { kind: 'failed', at, why: failure }
  return {
    kind: 'made',
    at,
    tookMs: tookMs ?? 0,
    file: file ?? '',
    sha256: sha256 ?? '',
    bytes: Number(bytes ?? 0),
    rows: Number(rows ?? 0),
  }
}
