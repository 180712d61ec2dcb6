import { MINUTE_MS } from '../../kernel/duration'
import { addDays, type StudyDay } from '../../kernel/study-day'
import type { CardState, Rating, SeenState } from '../card/state'
import type { MemoryModel } from '../model/memory-model'
import { type DayRange, fuzzRange, intervalDays, nextMemory } from './algorithm'
import { nextStep } from './learning-step'

export type Grade = {
  readonly rating: Rating
  /** Instant in ms. */
  readonly at: number
  /** Study day that holds `at`, in the learner's zone. */
  readonly day: StudyDay
  /** Seed of the fuzz: the same card after the same number of grades lands on the same day. */
  readonly cardKey: string
  /** Interval (days) that load levelling chose; the nearest that `allowedDays` has is taken. */
  readonly chosenDays?: number | undefined
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
  if (next === null) return dueIn(graduation(state, seen, grade, model), seen, grade, model)
  return { phase, ...seen, step: next.step, dueAt: grade.at + next.minutes * MINUTE_MS }
}

/** The interval that the seed gives, and the other days that the fuzz allows. */
export type AllowedDays = DayRange & { readonly usual: number }

/**
 * Where a grade's interval may lie; null when the grade leads to a step of minutes. Of a review card
 * the ranges of Hard, Good and Easy do not overlap, so that their order stands whatever is chosen.
 */
export function allowedDays(
  state: CardState,
  grade: Grade,
  model: MemoryModel,
): AllowedDays | null {
  if (state.phase === 'review') return grade.rating === 1 ? null : reviewDays(state, grade, model)
  const [phase, step] =
    state.phase === 'new' ? (['learning', 0] as const) : [state.phase, state.step]
  const steps = phase === 'learning' ? model.learningStepsMin : model.relearningStepsMin
  if (nextStep(steps, step, grade.rating) !== null) return null
  return graduation(state, seenAfter(state, grade, model), grade, model)
}

function graduation(
  state: CardState,
  seen: SeenAfter,
  grade: Grade,
  model: MemoryModel,
): AllowedDays {
  const elapsed = elapsedOf(state, grade)
  return {
    usual: intervalDays(seen.stability, elapsed, seedOf(seen, grade), model),
    ...fuzzRange(seen.stability, elapsed, model),
  }
}

function recalled(state: SeenState, grade: Grade, model: MemoryModel): SeenState {
  return dueIn(reviewDays(state, grade, model), seenAfter(state, grade, model), grade, model)
}

function reviewDays(state: SeenState, grade: Grade, model: MemoryModel): AllowedDays {
  const elapsed = elapsedOf(state, grade)
  const seed = seedOf({ reps: state.reps + 1 }, grade)
  const stabilityAfter = (rating: Rating) => nextMemory(state, elapsed, rating, model).stability
  const raw = (rating: Rating) => intervalDays(stabilityAfter(rating), elapsed, seed, model)
  const hard = Math.min(raw(2), raw(3))
  const good = Math.max(raw(3), hard + 1)
  const easy = Math.max(raw(4), good + 1)
  const usual = grade.rating === 2 ? hard : grade.rating === 3 ? good : easy
  const middle = {
    hardGood: Math.floor((hard + good) / 2),
    goodEasy: Math.floor((good + easy) / 2),
  }
  const above =
    grade.rating === 2 ? 1 : grade.rating === 3 ? middle.hardGood + 1 : middle.goodEasy + 1
  const below =
    grade.rating === 2 ? middle.hardGood : grade.rating === 3 ? middle.goodEasy : Infinity
  const range = fuzzRange(stabilityAfter(grade.rating), elapsed, model)
  return {
    usual,
    from: Math.min(usual, Math.max(range.from, above)),
    to: Math.max(usual, Math.min(range.to, below)),
  }
}

function dueIn(allowed: AllowedDays, seen: SeenAfter, grade: Grade, model: MemoryModel): SeenState {
  const days =
    grade.chosenDays === undefined
      ? allowed.usual
      : Math.min(Math.max(grade.chosenDays, allowed.from), allowed.to)
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

const seedOf = (seen: Pick<SeenAfter, 'reps'>, grade: Grade) => `${grade.cardKey}#${seen.reps}`
