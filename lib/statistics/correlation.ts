import { mean } from './average'
import { type Estimate, Z_95 } from './interval'

/** Pearson's; null when one of the two never varies. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const meanX = mean(xs)
  const meanY = mean(ys)
  let xy = 0
  let xx = 0
  let yy = 0
  for (const [i, x] of xs.entries()) {
    const dx = x - meanX
    const dy = (ys[i] ?? 0) - meanY
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  }
  return xx < 1e-12 || yy < 1e-12 ? null : xy / Math.sqrt(xx * yy)
}

/**
 * With Fisher's interval (R. A. Fisher 1921, Metron 1, 3-32): atanh(r) +- 1.96 / sqrt(n - 3). Null
 * for fewer than four pairs.
 */
export function correlationEstimate(xs: readonly number[], ys: readonly number[]): Estimate | null {
  const found = correlation(xs, ys)
  if (found === null || xs.length < 4) return null
  const bounded = Math.min(0.999_999, Math.max(-0.999_999, found))
  const half = Z_95 / Math.sqrt(xs.length - 3)
  return {
    mean: found,
    low: Math.tanh(Math.atanh(bounded) - half),
    high: Math.tanh(Math.atanh(bounded) + half),
  }
}
