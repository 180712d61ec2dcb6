import 'server-only'
import type { LearnerMemory } from '../../cohort/learner-memory'
import type { SceneCourse } from '../../cohort/scene'
import type { DaysDone } from '../../cohort/study-pace'
import { cardsVersions, daysDoneSince, memoriesOf } from '../../db/cohort/cohort-cards'
import type { UserId } from '../../kernel/ids'
import { addDays, utcDayOf } from '../../kernel/study-day'

/** What a process keeps of one learner. */
export type HeldMemory = {
  readonly memory: LearnerMemory
  /** Of the last 30 days or more. */
  readonly days: DaysDone
}

type Kept = HeldMemory & { readonly cards: number; readonly course: number }

declare global {
  var steppeCohortMemory: Map<UserId, Kept> | undefined
}

/** About 60 KB each for a course of 900 questions. */
const MOST_KEPT = 3000
/** Longer than any page looks back. */
const KEPT_DAYS = 40
const NO_DAYS: DaysDone = new Map()

/**
 * What these people's cards say. One statement asks for everybody's `CardsVersion`; only the cards
 * of those who answered since are read again.
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
    // A version read before the cards is at most too old: the next look reads them again.
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

/** A map remembers the order of writing. */
function dropOldest(kept: Map<UserId, Kept>): void {
  for (const id of kept.keys()) {
    if (kept.size <= MOST_KEPT) return
    kept.delete(id)
  }
}
