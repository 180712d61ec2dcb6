import type { StudyDay } from '../../kernel/study-day'
import type { MemoryModel } from '../model/memory-model'
import { recallAfter } from '../schedule/algorithm'
import { elapsedDays } from '../schedule/schedule'
import type { CardState, SeenState } from './state'

/** Probability (0 to 1) that the learner recalls the card on that study day: FSRS-6's power curve. */
export function retrievability(state: SeenState, day: StudyDay, model: MemoryModel): number {
  return recallAfter(elapsedDays(state, day), state.stability, model)
}

/** The same for any card; null for a new card, which has nothing to recall. */
export function predictedRecall(
  state: CardState,
  day: StudyDay,
  model: MemoryModel,
): number | null {
  return state.phase === 'new' ? null : retrievability(state, day, model)
}
