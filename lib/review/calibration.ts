import type { Interval } from '../statistics/interval'
import { wilson } from '../statistics/wilson'

/** Totals of answers for which the same recall was stated or predicted. */
export type CalibrationBin = {
  /** Mean of what was stated or predicted, 0 to 1. */
  readonly stated: number
  readonly n: number
  readonly right: number
}

type CalibrationPoint = CalibrationBin & {
  readonly observed: number
  readonly interval: Interval
}

export type Calibration = {
  readonly points: readonly CalibrationPoint[]
  readonly n: number
  /**
   * Mean squared distance between statement and outcome (G. W. Brier 1950), with every answer of a
   * bin at the bin's mean. 0 is perfect; stating 50 % every time gives 0.25.
   */
  readonly brier: number
}

/** A point with fewer answers than this has no meaning. */
export const FEWEST_CALIBRATED = 10

/** How far statements can be relied on; null when there are no answers. */
export function calibrationOf(bins: readonly CalibrationBin[]): Calibration | null {
  const filled = bins.filter(({ n }) => n > 0)
  const n = filled.reduce((sum, bin) => sum + bin.n, 0)
  if (n === 0) return null
  const squares = filled.reduce(
    (sum, { stated, n, right }) => sum + right * (1 - stated) ** 2 + (n - right) * stated ** 2,
    0,
  )
  return {
    points: filled
      .toSorted((a, b) => a.stated - b.stated)
      .map((bin) => ({
        ...bin,
        observed: bin.right / bin.n,
        interval: wilson(bin.right, bin.n),
      })),
    n,
    brier: squares / n,
  }
}

/** What was observed minus what was stated, over all answers, from -1 to 1. Above 0: too pessimistic. */
export function biasOf({ points, n }: Calibration): number {
  const sum = points.reduce((total, bin) => total + bin.right - bin.stated * bin.n, 0)
  return sum / n
}
