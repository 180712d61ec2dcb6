import { type Interval, Z_95 } from './interval'

/**
 * Wilson's score interval of `passed` of `total` (>= 1) at 95 %: it stays within 0 and 1 and is
 * right for small numbers too (E. B. Wilson 1927, JASA 22, 209-212).
 */
export function wilson(passed: number, total: number): Interval {
  const z = Z_95
  const p = passed / total
  const spread = z * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total))
  const middle = p + (z * z) / (2 * total)
  const scale = 1 + (z * z) / total
  return {
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  }
}
