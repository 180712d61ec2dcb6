import { addDays, type StudyDay } from '../kernel/study-day'
import { type Card, UNSEEN_CARD } from '../memory/card/card'
import type { CardEvent } from '../memory/log/card-event'
import type { HistoryStep } from '../memory/log/card-history'
import { askedRecall, type KeptPlan } from './kept-plan'
import type { LearnerMemory } from './learner-memory'
import { idleRecall } from './readiness'

/** How many days ahead the stored forecasts look. */
export const HORIZONS = [7, 28] as const

const STEPS = 250
const UNSEEN = 255

/**
 * One forecast for each question in one byte, in steps of 1/250. 255 means that it was not seen.
 */
export type ForecastBytes = Uint8Array<ArrayBuffer>

const ATTENDANCE_DAYS = 28

/**
 * The share of the last 28 study days, without today, on which there was an answer. A day with one is
 * added, because nobody studies never.
 */
export function attendanceOf(done: { has(day: StudyDay): boolean }, today: StudyDay): number {
  let first = 0
  let active = 0
  for (let back = 1; back <= ATTENDANCE_DAYS; back += 1) {
    if (!done.has(addDays(today, -back))) continue
    active += 1
    first = back
  }
  return (active + 1) / (first + 1)
}

/** What is forecast today for `day`. It is stored until it can be compared with the outcome. */
export function forecastBytes(
  learner: LearnerMemory,
  plan: KeptPlan,
  day: StudyDay,
  attendance: number,
  questions: Iterable<number> = learner.phase.keys(),
): { readonly idle: ForecastBytes; readonly planned: ForecastBytes } {
  const size = learner.phase.length
  const idle = new Uint8Array(size).fill(UNSEEN)
  const planned = new Uint8Array(size).fill(UNSEEN)
  for (const index of questions) {
    if (learner.phase[index] === 0) continue
    idle[index] = Math.round(STEPS * idleRecall(learner, index, day, plan.rule.recall))
    planned[index] = Math.round(STEPS * askedRecall(learner, plan, index, day, attendance))
  }
  return { idle, planned }
}

/** Puts the bytes of some questions at their places among others; the rest is not seen. */
export function spreadOver(
  own: readonly { readonly id: string }[],
  all: readonly { readonly id: string }[],
): (bytes: ForecastBytes) => ForecastBytes {
  if (own === all) return (bytes) => bytes
  const places = new Map(own.map(({ id }, place) => [id, place]))
  return (bytes) =>
    Uint8Array.from(all, ({ id }) => {
      const place = places.get(id)
      return place === undefined ? UNSEEN : (bytes[place] ?? UNSEEN)
    })
}

/** 0 to 1. Null for a question that was not seen then, or that the course did not have. */
export function forecastOf(bytes: Uint8Array, index: number): number | null {
  const byte = bytes[index] ?? UNSEEN
  return byte === UNSEEN ? null : byte / STEPS
}

/** A review that tested a question: the first grade of a study day in phase review. */
export type Outcome = {
  readonly index: number
  readonly recalled: boolean
  /** The study day of the previous review. */
  readonly lastReviewDay: StudyDay
}

/** How the review of a card on `day` tested it, by the history of the card. Null if it did not. */
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

/** Sums over the forecasts of one tenth. `bin` is 0 to 9. */
export type ForecastBin = {
  readonly branch: 'idle' | 'planned'
  readonly bin: number
  readonly tested: number
  readonly recalled: number
  readonly forecastSum: number
  /** The sum of (forecast - outcome) squared. Divided by `tested`, it is the Brier score. */
  readonly squaredSum: number
}

/** The same sums over several people, for forecasts that look equally far ahead. */
export type ScoreSums = ForecastBin & { readonly horizonDays: number }

/**
 * Compares the forecasts made on `madeOn` with what was observed later. A question without a review
 * since then is compared with `idle`, and one with a review on that day or later with `planned`.
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
