import { addDays, type StudyDay } from '../kernel/study-day'
import { intervalDays, nextMemory } from './algorithm'
import { nextStep } from './learning-step'
import type { MemoryModel } from './model'
import type { CardState, Rating, SeenState } from './state'

export type Grade = {
  readonly rating: Rating
  /** Instant in ms. */
  readonly at: number
  /** Study day that holds `at`, in the learner's zone. */
  readonly day: StudyDay
  /** What the fuzz is seeded with: the same card and count of grades land on the same day. */
  readonly cardKey: string
}

/** Study days since the last review; never negative, also when the learner flew west. */
export function elapsedDays(state: SeenState, day: StudyDay): number {
  return Math.max(0, day - state.lastReviewDay)
}

/**
 * The card's state after one grade. Days are study days, so a review before and one after the
 * rollover hour are a day apart however few hours lie between. The steps are Anki's, the formulas
 * FSRS-6's, the order Hard < Good < Easy of a review card ts-fsrs's.
 */
export function schedule(state: CardState, grade: Grade, model: MemoryModel): SeenState {
  switch (state.phase) {
    case 'new':
      return inSteps(state, 'learning', 0, grade, model)
    case 'learning':
    case 'relearning':
      return inSteps(state, state.phase, state.step, grade, model)
    case 'review':
      return grade.rating === 1
        ? inSteps(state, 'relearning', 0, grade, model)
        : recalled(state, grade, model)
  }
}

function inSteps(
  state: CardState,
  phase: 'learning' | 'relearning',
  step: number,
  grade: Grade,
  model: MemoryModel,
): SeenState {
  const steps = phase === 'learning' ? model.learningStepsMin : model.relearningStepsMin
  const next = nextStep(steps, step, grade.rating)
  const seen = seenAfter(state, grade, model)
  if (next === null) {
    const days = intervalDays(seen.stability, elapsedOf(state, grade), seedOf(seen, grade), model)
    return dueIn(days, seen, grade, model)
  }
  return { phase, ...seen, step: next.step, dueAt: grade.at + next.minutes * 60_000 }
}

function recalled(state: SeenState, grade: Grade, model: MemoryModel): SeenState {
  const seen = seenAfter(state, grade, model)
  const raw = (rating: Rating) => {
    const { stability } = nextMemory(state, elapsedOf(state, grade), rating, model)
    return intervalDays(stability, elapsedOf(state, grade), seedOf(seen, grade), model)
  }
  const hard = Math.min(raw(2), raw(3))
  const good = Math.max(raw(3), hard + 1)
  const easy = Math.max(raw(4), good + 1)
  const days = grade.rating === 2 ? hard : grade.rating === 3 ? good : easy
  return dueIn(days, seen, grade, model)
}

function dueIn(days: number, seen: SeenAfter, grade: Grade, model: MemoryModel): SeenState {
  const interval = Math.min(days, model.maximumIntervalDays)
  return { phase: 'review', ...seen, intervalDays: interval, dueDay: addDays(grade.day, interval) }
}

type SeenAfter = Pick<
  SeenState,
  'stability' | 'difficulty' | 'reps' | 'lapses' | 'lastReviewAt' | 'lastReviewDay'
>

function seenAfter(state: CardState, grade: Grade, model: MemoryModel): SeenAfter {
  const before = state.phase === 'new' ? null : state
  const lapsed = state.phase === 'review' && grade.rating === 1
  return {
    ...nextMemory(before, elapsedOf(state, grade), grade.rating, model),
    reps: (before?.reps ?? 0) + 1,
    lapses: (before?.lapses ?? 0) + (lapsed ? 1 : 0),
    lastReviewAt: grade.at,
    lastReviewDay: grade.day,
  }
}

const elapsedOf = (state: CardState, grade: Grade) =>
  state.phase === 'new' ? 0 : elapsedDays(state, grade.day)

const seedOf = (seen: SeenAfter, grade: Grade) => `${grade.cardKey}#${seen.reps}`
