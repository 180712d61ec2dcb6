import { count } from '@/lib/kernel/count'
import { biasOf, type Calibration } from '@/lib/review/calibration'

/** What was compared with the answers: the subject of the sentence, and whether it is one thing. */
export type Judged = { readonly subject: string; readonly many: boolean; readonly of: string }

/** `Predictions were 3 points too pessimistic over 361 reviews.` */
export function verdictOf(calibration: Calibration, { subject, many, of }: Judged): string {
  const points = Math.round(biasOf(calibration) * 100)
  const were = many ? 'were' : 'was'
  const over = `over ${count(calibration.n, of)}`
  if (points === 0) return `${subject} ${were} right to the point ${over}, on average.`
  const by = count(Math.abs(points), 'point')
  return `${subject} ${were} ${by} too ${points > 0 ? 'pessimistic' : 'optimistic'} ${over}.`
}

/**
 * The part of the scale from 0 to 1 that a chart has to show for its points, in whole tenths and never
 * less than three of them.
 */
export function axisOf({ points }: Pick<Calibration, 'points'>): {
  readonly low: number
  readonly high: number
} {
  const values = points.flatMap(({ stated, interval }) => [stated, interval.low, interval.high])
  if (values.length === 0) return { low: 0, high: 1 }
  let low = Math.floor(Math.min(...values) * 10)
  let high = Math.ceil(Math.max(...values) * 10)
  while (high - low < 3) {
    if (high < 10) high += 1
    else low -= 1
  }
  return { low: low / 10, high: high / 10 }
}
