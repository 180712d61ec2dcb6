import type { StudyDay } from '../kernel/study-day'
import { predictedRecall } from '../memory/card/retrievability'
import type { MemoryModel } from '../memory/model/memory-model'
import type { QueueCard } from './queue'

/** The most cards in one cram. */
export const MOST_CRAMMED = 200

/**
 * What to practise outside the schedule: cards that were seen and are not suspended, whether they
 * are due or not, starting with those most likely forgotten. Siblings may appear together, because
 * a cram measures no memory.
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
