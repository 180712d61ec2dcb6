import 'server-only'
import type { CardRecord } from '../../memory/card/card-record'
import type { Card as CardRow } from '../generated/client'

/** The columns that hold a card's record. */
type RecordColumns = Pick<
  CardRow,
  'firstPassed' | 'firstMs' | 'tested' | 'passed' | 'predictedSum' | 'varianceSum'
>

export function toRecord(row: RecordColumns): CardRecord {
  const { firstPassed, firstMs, tested, passed, predictedSum, varianceSum } = row
  const first = firstPassed === null ? null : { passed: firstPassed, durationMs: firstMs ?? 0 }
  return { first, tested, passed, predictedSum, varianceSum }
}

export function toRecordColumns({ first, ...sums }: CardRecord): RecordColumns {
  return { firstPassed: first?.passed ?? null, firstMs: first?.durationMs ?? null, ...sums }
}
