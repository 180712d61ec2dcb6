import 'server-only'
import { warmCohorts } from '../cohort/warm-cohorts'
import { wholeScope } from '../whole-scope'

/**
 * Does once, after a start, what the first visitor of a large page would wait for. It begins at once: the
 * pages that are asked for first keep this process busy for a second, in which the database can read.
 */
export function startWarmUp(clock: () => number): void {
  void warmCohorts(wholeScope(), clock()).catch(() => {
    // Whoever looks then waits for it, and is told what is wrong.
  })
}
