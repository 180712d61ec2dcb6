import 'server-only'
import { warmCohorts } from '../cohort/warm-cohorts'
import { wholeScope } from '../whole-scope'

/** The page that was asked for while the server started comes first. */
const AFTER_MS = 300

/** Does once, soon after a start, what the first visitor of a large page would wait for. */
export function startWarmUp(clock: () => number): void {
  const warm = () =>
    warmCohorts(wholeScope(), clock()).catch(() => {
      // Whoever looks then waits for it, and is told what is wrong.
    })
  setTimeout(warm, AFTER_MS).unref()
}
