import type { StudyDay } from '../kernel/study-day'
import { daysLabel, intervalLabel } from './interval-label'
import type { MemoryModel } from './model'
import { schedule } from './schedule'
import type { CardState, Rating, SeenState } from './state'

export const RATINGS: readonly Rating[] = [1, 2, 3, 4]

export type Preview = { readonly state: SeenState; readonly label: string }

/** What each of the four buttons would do at `at` (ms), and what is written on it. */
export function previewIntervals(
  state: CardState,
  at: number,
  day: StudyDay,
  cardKey: string,
  model: MemoryModel,
): Readonly<Record<Rating, Preview>> {
  const preview = (rating: Rating): Preview => {
    const next = schedule(state, { rating, at, day, cardKey }, model)
    return { state: next, label: waitLabel(next) }
  }
  return { 1: preview(1), 2: preview(2), 3: preview(3), 4: preview(4) }
}

function waitLabel(state: SeenState): string {
  return state.phase === 'review'
    ? daysLabel(state.intervalDays)
    : intervalLabel(state.dueAt - state.lastReviewAt)
}
