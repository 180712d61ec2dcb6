import { MINUTE_MS } from '../kernel/duration'
import type { Counts } from './queue'

/** The number of latest answers from which the pace is computed. */
export const PACE_OF_LAST = 100

/** Used until a learner has a pace of their own: what Anki's users take for a card on average. */
export const DEFAULT_PACE_MS = 10_000

/** New cards are shown more than once in a session. */
const SHOWINGS_OF_NEW = 2.5

/**
 * The minutes that a session of these cards takes. `paceMs` is the learner's own time for one
 * answer; null when there is none yet.
 */
export function minutesFor(
  { learning, review, new: fresh }: Counts,
  paceMs: number | null,
): number {
  const showings = review + SHOWINGS_OF_NEW * fresh + learning
  return Math.ceil((showings * (paceMs ?? DEFAULT_PACE_MS)) / MINUTE_MS)
}
