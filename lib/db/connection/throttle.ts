import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { databasePool } from './client'

/** How often something may be tried for one address within `duration` seconds. */
const LIMITS = {
  'sign-in': { points: 10, duration: 15 * 60 },
  'new-password': { points: 3, duration: 60 * 60 },
} as const

export type Throttled = keyof typeof LIMITS

declare global {
  var steppeThrottle: Map<Throttled, RateLimiterPostgres> | undefined
}

// Counted in the database, so that several app processes share one count.
function limiter(what: Throttled): RateLimiterPostgres {
  globalThis.steppeThrottle ??= new Map()
  const known = globalThis.steppeThrottle.get(what)
  if (known) return known
  const made = new RateLimiterPostgres({
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
    keyPrefix: what,
    ...LIMITS[what],
  })
  globalThis.steppeThrottle.set(what, made)
  return made
}

/** What people type as an address may have any length and any characters; the key of a row may not. */
const keyOf = (address: string): string => createHash('sha256').update(address).digest('hex')

/** Counts one attempt. Seconds until the next one may be made; 0 when this one was allowed. */
export async function countAttempt(what: Throttled, address: string): Promise<number> {
  try {
    await limiter(what).consume(keyOf(address))
    return 0
  } catch (refusal: unknown) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.ceil(refusal.msBeforeNext / 1000)
  }
}

/** Seconds until this address may try again; 0 when it may now. */
export async function secondsToWait(what: Throttled, address: string): Promise<number> {
  const state = await limiter(what).get(keyOf(address))
  if (!state || state.remainingPoints > 0) return 0
  return Math.ceil(state.msBeforeNext / 1000)
}

export async function forgetAttempts(what: Throttled, address: string): Promise<void> {
  await limiter(what).delete(keyOf(address))
}

/** The keys of the rows that count attempts for this address. */
export const attemptKeys = (address: string): string[] =>
  Object.keys(LIMITS).map((what) => `${what}:${keyOf(address)}`)
