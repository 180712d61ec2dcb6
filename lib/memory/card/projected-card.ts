import type { Card } from './card'
import type { CardRecord } from './card-record'

/** All that is stored of one card. Folding its log gives the same again. */
export type ProjectedCard = {
  readonly card: Card
  readonly record: CardRecord
  /** Latest `at` (ms) of any event. */
  readonly lastEventAt: number
  /** Events folded so far. */
  readonly version: number
  /** Model of the last grade. */
  readonly modelVersion: string | null
}
