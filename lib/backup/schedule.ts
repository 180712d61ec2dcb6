import { DAY_MS, HOUR_MS } from '../kernel/duration'

/** Minutes after midnight, UTC. */
export type TimeOfDay = number

/** `01:00`, or null for what is no time of a day. */
export function timeOfDay(text: string): TimeOfDay | null {
  const [, hours, minutes] = text.match(/^([01]\d|2[0-3]):([0-5]\d)$/) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}

/** The latest instant for which a backup was due. */
export function latestDue(now: number, time: TimeOfDay): number {
  const offset = time * 60_000
  return Math.floor((now - offset) / DAY_MS) * DAY_MS + offset
}

/**
 * The instant for which a backup is due now; null when it was made, or when the installation was not
 * there yet. `newestMade`: when the newest good backup was begun.
 */
export function backupDue(input: {
  readonly now: number
  readonly time: TimeOfDay
  readonly newestMade: number | null
  readonly since: number
}): number | null {
  const due = latestDue(input.now, input.time)
  return due > Math.max(input.newestMade ?? 0, input.since) ? due : null
}

const WEEK_MS = 7 * DAY_MS
/** A trial that began an hour later than the one before must not wait for another day. */
const SLACK_MS = 6 * HOUR_MS

export const trialDue = (now: number, lastTrial: number | null): boolean =>
  lastTrial === null || now - lastTrial >= WEEK_MS - SLACK_MS

/** From this age on the newest good backup is too old, and the administrators are told. */
export const STALE_MS = 2 * DAY_MS
