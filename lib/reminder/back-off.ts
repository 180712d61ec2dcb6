import { MINUTE_MS } from '../kernel/duration'

const FIRST_MS = 5 * MINUTE_MS
const LONGEST_MS = 60 * MINUTE_MS

/**
 * How long (ms) to wait after a number of failures in a row: 5 minutes, doubled each time up to an
 * hour.
 */
export const backOffMs = (failures: number): number =>
  failures === 0 ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1))
