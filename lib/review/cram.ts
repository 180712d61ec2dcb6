import type { StudyDay } from '../kernel/study-day'
import { predictedRecall } from '../memory/card/retrievability'
import type { MemoryModel } from '../memory/model/memory-model'
import type { QueueCard } from './queue'

/** Cards in one cram, at most. */
export const MOST_CRAMMED = 200

/**
 * What to go over outside the schedule: seen and not suspended, the likeliest forgotten first,
 * whatever is due. Siblings are let through: nothing is learned about memory here.
 */
export function cramCards(
  cards: readonly QueueCard[],
  today: StudyDay,
  model: MemoryModel,
  take: number,
): readonly QueueCard['questionId'][] {
  return cards
    .flatMap(({ questionId, card }) => {
      const recall = card.suspended ? null : predictedRecall(card.state, today, model)
      return recall === null ? [] : [{ questionId, recall }]
    })
    .sort((a, b) => a.recall - b.recall || (a.questionId < b.questionId ? -1 : 1))
    .slice(0, Math.min(take, MOST_CRAMMED))
    .map(({ questionId }) => questionId)
}
