/** Milliseconds, sorted or not, as the three numbers that a row shows. */
export type Quantiles = { readonly p50Ms: number; readonly p95Ms: number; readonly p99Ms: number }

export function quantilesOf(times: readonly number[]): Quantiles {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => round(quantile(sorted, share), 2)
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) }
}

/** The smallest value that at least this share of all values does not exceed; NaN of none. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = Math.max(0, Math.ceil(share * sorted.length) - 1)
  return sorted[place] ?? Number.NaN
}

/** `value` in floors; null when there is no floor to compare with. */
export function ratio(value: number, floor: number | null): number | null {
  return floor === null || !(floor > 0) ? null : round(value / floor, 2)
}

/** Change of a series for each of its steps, as a line fitted by least squares; 0 of fewer than two. */
export function slope(values: readonly number[]): number {
  const n = values.length
  if (n < 2) return 0
  const middle = (n - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  let above = 0
  let below = 0
  for (const [index, value] of values.entries()) {
    above += (index - middle) * (value - mean)
    below += (index - middle) ** 2
  }
  return above / below
}

export function round(value: number, digits: number): number {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}
