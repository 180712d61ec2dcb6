import { isoDate, type StudyDay } from '../../kernel/study-day'
import type { Answer } from '../../kinds/types'
import type { Rating } from '../../memory/card/state'
import { type CurvePoint, forgettingCurve } from '../../memory/forecast/forgetting-curve'
import { type HistoryStep, historyOf } from '../../memory/log/card-history'
import type { MemoryModel } from '../../memory/model/memory-model'
import type { ModelOf } from '../../memory/model/shipped-models'
import type { ReviewContext, ReviewEvent } from '../event'

export type HistoryEntry = {
  readonly id: string
  /** An instant in ms, and the study day for which it counted. */
  readonly at: number
  readonly date: string
  readonly day: StudyDay
  readonly kind: Exclude<ReviewEvent['kind'], 'undo'>
  readonly undone: boolean
  /** Only for grades. */
  readonly grade: {
    readonly rating: Rating
    readonly answer: Answer | null
    readonly correct: boolean | null
    readonly durationMs: number
    readonly context: ReviewContext
    readonly confidence: number | null
    /** The recall predicted just before, 0 to 1; null for a new card. */
    readonly recallBefore: number | null
    /** The interval that was given, in days; null for learning steps. */
    readonly intervalDays: number | null
  } | null
}

export type CardHistory = {
  /** Oldest first. */
  readonly entries: readonly HistoryEntry[]
  readonly curve: readonly CurvePoint[]
  readonly desiredRetention: number
}

/** `model` is the learner's present one. `until` is the last day of the curve. */
export function cardHistory(
  log: readonly ReviewEvent[],
  { models, model, until }: { models: ModelOf; model: MemoryModel; until: StudyDay },
): CardHistory {
  const steps = historyOf(log, models)
  const reviews = steps.flatMap(({ event, undone, after }) =>
    event.kind === 'grade' && !undone && after.state.phase !== 'new'
      ? [{ day: event.day, stability: after.state.stability }]
      : [],
  )
  return {
    entries: steps.flatMap((step) => entryOf(step) ?? []),
    curve: forgettingCurve(reviews, until, model),
    desiredRetention: model.desiredRetention,
  }
}

function entryOf(step: HistoryStep<ReviewEvent>): HistoryEntry | null {
  const { event, undone } = step
  if (event.kind === 'undo') return null
  const { id, at, day, kind } = event
  return { id, at, date: isoDate(day), day, kind, undone, grade: gradeOf(step) }
}

function gradeOf({ event, undone, recallBefore, after }: HistoryStep<ReviewEvent>) {
  if (event.kind !== 'grade' || event.graded === null) return null
  const { answer, correct, durationMs, context, confidence } = event.graded
  const { state } = after
  return {
    rating: event.rating,
    answer,
    correct,
    durationMs,
    context,
    confidence,
    recallBefore,
    intervalDays: !undone && state.phase === 'review' ? state.intervalDays : null,
  }
}
