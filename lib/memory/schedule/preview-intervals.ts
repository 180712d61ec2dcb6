import type { StudyDay } from '../../kernel/study-day'
import { daysLabel, intervalLabel } from '../card/interval-label'
import type { CardState, Rating, SeenState } from '../card/state'
import type { MemoryModel } from '../model/memory-model'
import { type Load, levelledDays } from './levelling'
import { schedule } from './schedule'

export const RATINGS: readonly Rating[] = [1, 2, 3, 4]

export type Preview = {
  readonly state: SeenState
  readonly label: string
  /** The interval that levelling chose; undefined in learning steps, where it has no part. */
  readonly chosenDays: number | undefined
}

/**
 * What each of the four buttons would do at `at` (ms), and what is written on it. With a `load`
 * each interval is levelled against it.
 */
export function previewIntervals(
  state: CardState,
  at: number,
  day: StudyDay,
  cardKey: string,
  model: MemoryModel,
  load: Load | null,
): Readonly<Record<Rating, Preview>> {
  const preview = (rating: Rating): Preview => {
    const grade = { rating, at, day, cardKey }
    const chosenDays = load === null ? undefined : levelledDays(state, grade, model, load)
    const next = schedule(state, { ...grade, chosenDays }, model)
    return { state: next, label: waitLabel(next), chosenDays }
  }
  return { 1: preview(1), 2: preview(2), 3: preview(3), 4: preview(4) }
}

function waitLabel(state: SeenState): string {
  return state.phase === 'review'
    ? daysLabel(state.intervalDays)
    : intervalLabel(state.dueAt - state.lastReviewAt)
}
