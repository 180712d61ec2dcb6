import type { Tally } from '../load/tally'
import type { Floor } from './floors'
import type { Quantiles } from './statistics'

/** What one request cost the processes behind it; null where the system does not tell. */
export type Cost = {
  readonly appMs: number | null
  readonly postgresMs: number | null
  readonly statements: number | null
}

/** One kind of request, measured. */
export type Row = Quantiles & {
  readonly what: string
  readonly clients: number
  /** Requests measured. */
  readonly n: number
  /** Requests a second, or events where a request holds several. */
  readonly perSecond: number
  readonly cost: Cost | null
  readonly tally: Tally
  /** What it is compared with, and how many times as long it takes (by the median). */
  readonly floor: Floor
  readonly ratio: number | null
}

/** A figure that is no duration of a request: a weight, a score, a size. */
export type Figure = {
  readonly what: string
  readonly value: number | null
  readonly unit: string
  readonly note?: string
}

/** The part of the results that one family of rows fills. */
export type Found = {
  readonly rows?: readonly Row[]
  readonly figures?: readonly Figure[]
  /** Figures over time, for the file and not for the table. */
  readonly series?: Readonly<Record<string, readonly object[]>>
  readonly failures?: readonly string[]
}
