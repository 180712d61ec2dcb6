import type { StudyDay } from '../kernel/study-day'
import { type Card, UNSEEN_CARD } from '../memory/card/card'
import type { CardEvent } from '../memory/log/card-event'
import type { HistoryStep } from '../memory/log/card-history'
import { type KeptPlan, plannedRecall } from './kept-plan'
import type { LearnerMemory } from './learner-memory'
import { idleRecall } from './readiness'

/** How far ahead the stored forecasts look, in days. */
export const HORIZONS = [7, 28] as const

const STEPS = 250
const UNSEEN = 255

/** A forecast of every question, a byte each: steps of 1/250, 255 for one not seen. */
export type ForecastBytes = Uint8Array<ArrayBuffer>

/** What is forecast today for `horizon` days later, to be kept until it can be judged. */
export function forecastBytes(
  learner: LearnerMemory,
  plan: KeptPlan,
  day: StudyDay,
): { readonly idle: ForecastBytes; readonly planned: ForecastBytes } {
  const size = learner.phase.length
  const idle = new Uint8Array(size).fill(UNSEEN)
  const planned = new Uint8Array(size).fill(UNSEEN)
  for (let index = 0; index < size; index += 1) {
    if (learner.phase[index] === 0) continue
    idle[index] = Math.round(STEPS * idleRecall(learner, index, day, plan.rule.recall))
    planned[index] = Math.round(STEPS * plannedRecall(learner, plan, index, day))
  }
  return { idle, planned }
}

/** 0 to 1; null for a question that was not seen then, or that the course did not have. */
export function forecastOf(bytes: Uint8Array, index: number): number | null {
  const byte = bytes[index] ?? UNSEEN
  return byte === UNSEEN ? null : byte / STEPS
}

/** A review that tested a question: first grade of a study day in phase review. */
export type Outcome = {
  readonly index: number
  readonly recalled: boolean
  /** Study day of the review before it. */
  readonly lastReviewDay: StudyDay
}

/** Whether the review of a card on `day` tested it, by its history; null: it did not. */
export function testedOn(
  steps: readonly HistoryStep<CardEvent>[],
  day: StudyDay,
): Omit<Outcome, 'index'> | null {
  let before: Card = UNSEEN_CARD
  for (const { event, undone, after } of steps) {
    const { state } = before
    if (event.kind === 'grade' && !undone && event.day === day) {
      const tested = state.phase === 'review' && state.lastReviewDay < day
      return tested ? { recalled: event.rating >= 2, lastReviewDay: state.lastReviewDay } : null
    }
    before = after
  }
  return null
}

/** Sums over forecasts of one tenth: `bin` 0 to 9. */
export type ForecastBin = {
  readonly branch: 'idle' | 'planned'
  readonly bin: number
  readonly tested: number
  readonly recalled: number
  readonly forecastSum: number
  /** Of (forecast - outcome) squared: the Brier score is this by `tested`. */
  readonly squaredSum: number
}

/** The same over several people, of forecasts that looked as far ahead. */
export type ScoreSums = ForecastBin & { readonly horizonDays: number }

/**
 * Judges what was forecast on `madeOn` by what was then observed. A question that was left alone in
 * between is judged by `idle`, one that was reviewed on that day or after it by `planned`.
 */
export function judge(
  { idle, planned }: { idle: Uint8Array; planned: Uint8Array },
  madeOn: StudyDay,
  outcomes: readonly Outcome[],
): readonly ForecastBin[] {
  const bins = new Map<string, ForecastBin>()
  for (const { index, recalled, lastReviewDay } of outcomes) {
    const branch = lastReviewDay < madeOn ? 'idle' : 'planned'
    const forecast = forecastOf(branch === 'idle' ? idle : planned, index)
    if (forecast === null) continue
    const bin = Math.min(9, Math.floor(forecast * 10))
    const key = `${branch} ${bin}`
    const before = bins.get(key)
    bins.set(key, {
      branch,
      bin,
      tested: (before?.tested ?? 0) + 1,
      recalled: (before?.recalled ?? 0) + (recalled ? 1 : 0),
      forecastSum: (before?.forecastSum ?? 0) + forecast,
      squaredSum: (before?.squaredSum ?? 0) + (forecast - (recalled ? 1 : 0)) ** 2,
    })
  }
  return [...bins.values()]
}
