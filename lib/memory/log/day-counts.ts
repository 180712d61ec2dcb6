import type { StudyDay } from '../../kernel/study-day'
import type { CardState } from '../card/state'
import type { CardEvent } from './card-event'

/** What one card added to one study day. */
export type DayCounts = {
  /** Every grade. */
  readonly reviews: number
  /** First grades of new cards. */
  readonly introduced: number
  /** First reviews of the day of cards in phase review, and those recalled: true retention. */
  readonly retentionTotal: number
  readonly retentionPassed: number
  /** The part of them whose interval had been `MATURE_DAYS` or more. */
  readonly matureTotal: number
  readonly maturePassed: number
  readonly durationMs: number
}

/** Anki's border between young and mature cards. */
export const MATURE_DAYS = 21

export const NO_COUNTS: DayCounts = {
  reviews: 0,
  introduced: 0,
  retentionTotal: 0,
  retentionPassed: 0,
  matureTotal: 0,
  maturePassed: 0,
  durationMs: 0,
}

export function addCounts(a: DayCounts, b: DayCounts): DayCounts {
  return {
    reviews: a.reviews + b.reviews,
    introduced: a.introduced + b.introduced,
    retentionTotal: a.retentionTotal + b.retentionTotal,
    retentionPassed: a.retentionPassed + b.retentionPassed,
    matureTotal: a.matureTotal + b.matureTotal,
    maturePassed: a.maturePassed + b.maturePassed,
    durationMs: a.durationMs + b.durationMs,
  }
}

/** First reviews of the day of cards in phase review, recalled and all; null without any. */
export type TrueRetention = { readonly passed: number; readonly total: number }

export function trueRetention(
  counts: readonly Pick<DayCounts, 'retentionPassed' | 'retentionTotal'>[],
): TrueRetention | null {
  const total = counts.reduce((sum, day) => sum + day.retentionTotal, 0)
  const passed = counts.reduce((sum, day) => sum + day.retentionPassed, 0)
  return total === 0 ? null : { passed, total }
}

type GradeEvent = Extract<CardEvent, { kind: 'grade' }>

/** What a grade of a card that was in state `before` adds to its day. */
export function countsOf(before: CardState, grade: GradeEvent): DayCounts {
  const tested = before.phase === 'review' && before.lastReviewDay < grade.day
  const passed = tested && grade.rating >= 2
  const mature = tested && before.intervalDays >= MATURE_DAYS
  return {
    reviews: 1,
    introduced: before.phase === 'new' ? 1 : 0,
    retentionTotal: tested ? 1 : 0,
    retentionPassed: passed ? 1 : 0,
    matureTotal: mature ? 1 : 0,
    maturePassed: mature && passed ? 1 : 0,
    durationMs: grade.durationMs ?? 0,
  }
}

/** Every day that appears in the events of one card. */
export type CountsByDay = ReadonlyMap<StudyDay, DayCounts>

/** What must be added to `before` to make `after`, on the days that differ. */
export function changesBetween(before: CountsByDay, after: CountsByDay): CountsByDay {
  const changes = new Map<StudyDay, DayCounts>()
  for (const day of new Set([...before.keys(), ...after.keys()])) {
    const a = before.get(day) ?? NO_COUNTS
    const b = after.get(day) ?? NO_COUNTS
    const change = addCounts(b, {
      reviews: -a.reviews,
      introduced: -a.introduced,
      retentionTotal: -a.retentionTotal,
      retentionPassed: -a.retentionPassed,
      matureTotal: -a.matureTotal,
      maturePassed: -a.maturePassed,
      durationMs: -a.durationMs,
    })
    if (Object.values(change).some((count) => count !== 0)) changes.set(day, change)
  }
  return changes
}
