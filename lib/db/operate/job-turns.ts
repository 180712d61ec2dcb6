import 'server-only'
import { z } from 'zod'
import { HOUR_MS, MINUTE_MS } from '../../kernel/duration'
import { database } from '../connection/client'
import { rowsOf } from '../connection/rows-of'

/** Shorter than the shortest pause of a process, so that a single one is never kept from its next turn. */
const APART_MS = 3.5 * MINUTE_MS
/** Longer than any run: a turn this old was left by a process that died. */
const ABANDONED_MS = HOUR_MS

/**
 * Takes the next turn at a job. One process gets it, whichever asks first; the others are told no, until
 * it has ended and a few minutes have passed.
 */
export async function takeTurn(name: string, now: number): Promise<boolean> {
  const at = new Date(now)
  const taken = await rowsOf(z.object({ name: z.string() }))`
    INSERT INTO "JobTurn" AS t ("name", "takenAt", "running") VALUES (${name}, ${at}, true)
    ON CONFLICT ("name") DO UPDATE SET "takenAt" = EXCLUDED."takenAt", "running" = true
    WHERE (NOT t."running" AND t."takenAt" <= ${new Date(now - APART_MS)}::timestamptz)
      OR t."takenAt" <= ${new Date(now - ABANDONED_MS)}::timestamptz
    RETURNING t."name"`
  return taken.length > 0
}

/** Ends the turn that was taken at `now`, and none that another process has taken since. */
export async function endTurn(
  name: string,
  now: number,
  ended: 'well' | 'badly' = 'well',
): Promise<void> {
  const at = new Date(now)
  await database().jobTurn.updateMany({
    where: { name, takenAt: at },
    data: {
      running: false,
      ...(ended === 'well' ? { succeededAt: at, failures: 0 } : { failures: { increment: 1 } }),
    },
  })
}

/** Of one job, in whichever process it ran. Instants in ms. */
export type JobResult = {
  readonly name: string
  readonly takenAt: number
  /** When it ended last without an error; null for never. */
  readonly succeededAt: number | null
  /** How often it has failed since. */
  readonly failures: number
}

/** Every job that was begun at least once, by name. */
export async function jobResults(): Promise<readonly JobResult[]> {
  const rows = await database().jobTurn.findMany({ orderBy: { name: 'asc' } })
  return rows.map(({ name, takenAt, succeededAt, failures }) => ({
    name,
    takenAt: takenAt.getTime(),
    succeededAt: succeededAt?.getTime() ?? null,
    failures,
  }))
}
