import { emptyMemory, type LearnerMemory } from '@/lib/cohort/learner-memory'
import { asUserId } from '@/lib/kernel/ids'
import { asStudyDay } from '@/lib/kernel/study-day'

export const TODAY = asStudyDay(20_000)

export type Seen = {
  readonly stability: number
  readonly reviewedAgo: number
  readonly dueIn: number
  readonly suspended?: boolean
  readonly buriedFor?: number
  readonly phase?: 1 | 2 | 3
}

/** An analyst whose first questions stand as given; the others of `size` were never seen. */
export function memoryOf(seen: readonly Seen[], size = seen.length): LearnerMemory {
  const memory = emptyMemory(asUserId('analyst'), size)
  for (const [index, card] of seen.entries()) {
    memory.phase[index] = card.phase ?? 2
    memory.stability[index] = card.stability
    memory.difficulty[index] = 5
    memory.lastReviewDay[index] = TODAY - card.reviewedAgo
    memory.dueDay[index] = TODAY + card.dueIn
    memory.suspended[index] = card.suspended ? 1 : 0
    memory.buriedUntil[index] = card.buriedFor === undefined ? 0 : TODAY + card.buriedFor
  }
  return memory
}

export const upTo = (size: number) => Array.from({ length: size }, (_, index) => index)
