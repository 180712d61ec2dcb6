import 'server-only'
import { createHash } from 'node:crypto'
import type { UserId } from '../../kernel/ids'
import type { StudyState } from '../../review/study-state'
import { type Pace, type WayThrough, wayThrough } from '../../review/way-through'

/** Some hundred bytes each. */
const MOST_HELD = 2000

type Held = { readonly ground: string; readonly way: WayThrough }
const held = new Map<UserId, Held>()

/**
 * The way through the course, which is simulated: it is kept for each person until something that it
 * is computed from changes, be it an answer, a setting, the day or the course.
 */
export function heldWay(userId: UserId, state: StudyState, pace: Pace): WayThrough {
  const ground = groundOf(state, pace)
  const known = held.get(userId)
  if (known?.ground === ground) return known.way
  const way = wayThrough(state, pace)
  held.delete(userId)
  const [oldest] = held.keys()
  if (held.size >= MOST_HELD && oldest !== undefined) held.delete(oldest)
  held.set(userId, { ground, way })
  return way
}

/** A digest of everything that the estimate reads; the hash of the course stands for the course. */
function groundOf(
  { look, today, settings, model, cards, lessons }: StudyState,
  { done, paceMs }: Pace,
): string {
  const { hash } = look.catalogue
  const read = [hash, today, settings, model, done?.introduced, paceMs, [...cards], [...lessons]]
  return createHash('sha1').update(JSON.stringify(read)).digest('base64')
}
