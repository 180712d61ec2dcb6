import 'server-only'
import type { LearnerMemory } from '../../cohort/learner-memory'
import type { SceneCourse } from '../../cohort/scene'
import type { DaysDone } from '../../cohort/study-pace'
import { cardsVersions, daysDoneSince, memoriesOf } from '../../db/cohort/cohort-cards'
import type { UserId } from '../../kernel/ids'
import { addDays, utcDayOf } from '../../kernel/study-day'

/** What the process keeps in memory about one learner. */
export type HeldMemory = {
  readonly memory: LearnerMemory
  /** At least the last 30 days. */
  readonly days: DaysDone
}

type Kept = HeldMemory & { readonly cards: number; readonly course: number }

declare global {
  var steppeCohortMemory: Map<UserId, Kept> | undefined
}

/** One entry has about 60 KB for a course of 900 questions. */
const MOST_KEPT = 3000
/** More days than any page looks back. */
const KEPT_DAYS = 40
const NO_DAYS: DaysDone = new Map()

/**
 * The cards of these people. One statement reads everybody's `CardsVersion`. Only the cards of
 * people who have answered since then are read again.
 */
export async function heldMemories(
  course: SceneCourse,
  userIds: readonly UserId[],
  now: number,
): Promise<ReadonlyMap<UserId, HeldMemory>> {
  globalThis.steppeCohortMemory ??= new Map()
  const kept = globalThis.steppeCohortMemory
  const versions = await cardsVersions(userIds)
  const stale = userIds.filter((id) => {
    const held = kept.get(id)
    return held?.cards !== versions.get(id) || held?.course !== course.version
  })
  if (stale.length > 0) {
    // The version is read before the cards, so it can only be too old. The cards are then read
    // again next time.
    const [memories, days] = await Promise.all([
      memoriesOf(stale, course.catalogue.questions),
      daysDoneSince(stale, addDays(utcDayOf(now), -KEPT_DAYS)),
    ])
    for (const [id, memory] of memories) {
      kept.delete(id)
      const cards = versions.get(id) ?? 0
      kept.set(id, { memory, days: days.get(id) ?? NO_DAYS, cards, course: course.version })
    }
  }
  const found = new Map<UserId, HeldMemory>()
  for (const id of userIds) {
    const held = kept.get(id)
    if (held) found.set(id, held)
  }
  dropOldest(kept)
  return found
}

/** A map keeps its entries in the order in which they were added. */
function dropOldest(kept: Map<UserId, Kept>): void {
  for (const id of kept.keys()) {
    if (kept.size <= MOST_KEPT) return
    kept.delete(id)
  }
}
