import { DAY_MS } from '../kernel/duration'

/** How many days, weeks and months keep one backup each, counted back from the newest backup. */
export type Keep = { readonly days: number; readonly weeks: number; readonly months: number }

/** 1970 began on a Thursday, and weeks begin on Monday. */
const MONDAY_MS = 4 * DAY_MS

const dayOf = (at: number) => Math.floor(at / DAY_MS)
const weekOf = (at: number) => Math.floor((at - MONDAY_MS) / (7 * DAY_MS))
function monthOf(at: number): number {
  const date = new Date(at)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/**
 * Which backups (instants in ms) may be deleted: all but the newest of each of the latest days, weeks
 * and months that have one. Days are those of UTC. The newest one of all always stays.
 */
export function toThinOut(made: readonly number[], keep: Keep): readonly number[] {
  const newestFirst = [...new Set(made)].sort((a, b) => b - a)
  const kept = new Set([
    ...newestOfEach(newestFirst, dayOf, keep.days),
    ...newestOfEach(newestFirst, weekOf, keep.weeks),
    ...newestOfEach(newestFirst, monthOf, keep.months),
    ...newestFirst.slice(0, 1),
  ])
  return newestFirst.filter((at) => !kept.has(at))
}

function newestOfEach(
  newestFirst: readonly number[],
  spanOf: (at: number) => number,
  spans: number,
): readonly number[] {
  const newest = new Map<number, number>()
  for (const at of newestFirst) {
    const span = spanOf(at)
    if (!newest.has(span)) newest.set(span, at)
  }
  return [...newest.values()].slice(0, spans)
}
