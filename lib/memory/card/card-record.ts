import type { ActingEvent } from '../log/card-event'
import type { ModelOf } from '../model/shipped-models'
import { retrievability } from './retrievability'
import type { CardState } from './state'

/** What the log of one card says about its question. Item analysis is computed from these. */
export type CardRecord = {
  /** Whether the first grade ever was a recall, and its time (ms); null while new. */
  readonly first: { readonly passed: boolean; readonly durationMs: number } | null
  /** First grades of a study day in phase review, and those recalled. */
  readonly tested: number
  readonly passed: number
  /** Sums over those tested of the predicted recall p, and of p(1-p). */
  readonly predictedSum: number
  readonly varianceSum: number
}

export const NO_RECORD: CardRecord = {
  first: null,
  tested: 0,
  passed: 0,
  predictedSum: 0,
  varianceSum: 0,
}

/**
 * The record after an event of a card that was in state `before`. What was answered of an older meaning
 * says nothing of the present one. Throws on an unknown model.
 */
export function recordAfter(
  record: CardRecord,
  before: CardState,
  event: ActingEvent,
  models: ModelOf,
): CardRecord {
  if (event.kind === 'relearn') return NO_RECORD
  if (event.kind !== 'grade') return record
  const passed = event.rating >= 2
  if (before.phase === 'new') {
    const first = record.first ?? { passed, durationMs: event.durationMs ?? 0 }
    return { ...record, first }
  }
  if (before.phase !== 'review' || before.lastReviewDay >= event.day) return record
  const model = models(event.modelVersion)
  if (model === null) throw new Error(`Unknown memory model ${event.modelVersion}`)
  const p = retrievability(before, event.day, model)
  return {
    ...record,
    tested: record.tested + 1,
    passed: record.passed + (passed ? 1 : 0),
    predictedSum: record.predictedSum + p,
    varianceSum: record.varianceSum + p * (1 - p),
  }
}
