import 'server-only'
import { MINUTE_MS } from '../../kernel/duration'
import { mailerFromEnvironment } from '../reminder/mailer'
import { wholeScope } from '../whole-scope'
import { runJobsInTurn } from './daily-jobs'

/** Not while the server warms up, and not in step with the other processes. */
const FIRST_AFTER_MS = 0.5 * MINUTE_MS
const EVERY_MS = 5 * MINUTE_MS

/** Runs the daily jobs now and then for as long as the process lives, which it does not keep alive. */
export function startJobs(clock: () => number, random: () => number): void {
  const mailer = mailerFromEnvironment()
  const next = (afterMs: number) => setTimeout(turn, afterMs * (0.8 + 0.4 * random())).unref()
  const turn = async () => {
    for (const { name, did } of await runJobsInTurn(wholeScope(), { now: clock(), mailer })) {
      console.log(`Steppe: ${name}: ${did}`)
    }
    next(EVERY_MS)
  }
  next(FIRST_AFTER_MS)
}
