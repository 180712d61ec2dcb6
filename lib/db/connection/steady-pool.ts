import 'server-only'
import { Pool, type PoolConfig } from 'pg'
import {
  type DatabaseTrouble,
  DatabaseUnavailable,
  databaseTroubleIn,
  type TroubleWords,
  troubleWords,
} from '../../kernel/database-unavailable'
import { SteadyClient } from './steady-client'
import { troubleOfConnecting, troubleOfStatement } from './trouble-of'

declare global {
  /** Tells the edge that the present request met trouble; bin/support/server/request-trouble.mjs sets it. */
  var steppeTrouble: ((words: TroubleWords) => void) | undefined
}

/** Waiting for a free connection counts too: after so long the answer is 503, and browsers ask again. */
const CONNECT_MS = 10_000

/**
 * A pool whose connections are steady, and that tells a database that cannot be reached, or whose disk
 * is full, by one error: whoever catches a `DatabaseUnavailable` needs no codes of drivers.
 */
export class SteadyPool extends Pool {
  /** What was met last and has not been seen to be over. */
  trouble: DatabaseTrouble | null = null

  constructor(config: PoolConfig) {
    const pool = (error: unknown) => this.told(error, troubleOfStatement(error))
    class TellingClient extends SteadyClient {
      constructor(...options: ConstructorParameters<typeof SteadyClient>) {
        super(...options)
        this.query = telling(this.query, pool, () => {})
      }
    }
    super({
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
      ...config,
      Client: TellingClient,
    })
    // An idle connection that the server closes must not end the process; the next query reconnects.
    this.on('error', () => {})
    const connecting = (error: unknown) => this.told(error, troubleOfConnecting(error))
    const answered = () => this.answered()
    this.connect = telling(this.connect, connecting, answered)
    this.query = telling(this.query, pool, answered)
  }

  private told(error: unknown, trouble: DatabaseTrouble | null): unknown {
    const known = databaseTroubleIn(error) ?? trouble
    if (known === null) return error
    globalThis.steppeTrouble?.(troubleWords(known))
    // One line for each change: a flood of requests must not fill the log.
    if (this.trouble !== known) {
      console.error(`Steppe: ${troubleWords(known).title} (${reasonOf(error)}).`)
    }
    this.trouble = known
    return error instanceof DatabaseUnavailable
      ? error
      : new DatabaseUnavailable(known, { cause: error })
  }

  private answered(): void {
    if (this.trouble !== 'unreachable') return
    this.trouble = null
    console.error('Steppe: the database answers again.')
  }
}

type Call = (...args: never[]) => unknown

/** The same function, whose failures pass through `told`: by promise, and of `connect` by callback too. */
function telling<Fn extends Call>(
  work: Fn,
  told: (error: unknown) => unknown,
  answered: () => void,
): Fn {
  return new Proxy(work, {
    apply(fn, self, args: unknown[]) {
      const result: unknown = Reflect.apply(fn, self, args.map(callbackTelling))
      if (!(result instanceof Promise)) return result
      return result.then(
        (value: unknown) => {
          answered()
          return value
        },
        (error: unknown) => {
          throw told(error)
        },
      )
    },
  })
  function callbackTelling(arg: unknown): unknown {
    if (typeof arg !== 'function') return arg
    return (error: unknown, ...rest: unknown[]) => arg(error && told(error), ...rest)
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof DatabaseUnavailable ? error.cause : error
  return cause instanceof Error ? cause.message || cause.name : String(cause)
}
