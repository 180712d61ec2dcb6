import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { databasePool } from './client'

const WINDOW_S = 15 * 60
const ATTEMPTS = 10

declare global {
  var steppeThrottle: RateLimiterPostgres | undefined
}

// Counted in the database, so that several app processes share one count.
function limiter(): RateLimiterPostgres {
  globalThis.steppeThrottle ??= new RateLimiterPostgres({
    // It names its statements, and a pooler in transaction mode may send the name to a server
    // connection that has not prepared it. Without a name, nothing is left on a connection.
    storeClient: {
      query: ({ text, values }: { text: string; values: unknown[] }) =>
        databasePool().query({ text, values }),
    },
    storeType: 'pool',
    tableName: 'SignInThrottle',
    tableCreated: true, // by our migration
    clearExpiredByTimeout: false,
    points: ATTEMPTS,
    duration: WINDOW_S,
  })
  return globalThis.steppeThrottle
}

/** Counts one failed attempt for `key`. */
export async function countFailure(key: string): Promise<void> {
  await limiter()
    .consume(key)
    .catch((refusal: unknown) => {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
    })
}

/** Seconds until `key` may try again; 0 when it may now. */
export async function secondsToWait(key: string): Promise<number> {
  const state = await limiter().get(key)
  if (!state || state.remainingPoints > 0) return 0
  return Math.ceil(state.msBeforeNext / 1000)
}

export async function forgetFailures(key: string): Promise<void> {
  await limiter().delete(key)
}
