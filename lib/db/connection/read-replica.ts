import 'server-only'
import { Pool } from 'pg'
import { z } from 'zod'
import { databasePool } from './client'
import { SteadyClient } from './steady-client'

export type ReplicaState =
  /** STEPPE_READ_DATABASE_URL is not set. */
  | { readonly kind: 'none' }
  | { readonly kind: 'in-use' }
  /** Instructors' pages are read from the primary. `reason` says why. */
  | { readonly kind: 'left-out'; readonly reason: string }

type Replica = {
  readonly pool: Pool
  /** Where the log of the primary had ended at some instants (ms), the latest last. */
  marks: readonly { readonly at: number; readonly end: bigint }[]
  checkedAt: number
  /** The outcome of the latest check, which may be under way. */
  latest: Promise<ReplicaState>
  /** What was said last. */
  said: ReplicaState['kind']
}

declare global {
  var steppeReplica: Replica | undefined
}

const CHECK_EVERY_MS = 5000
/** A replica that lacks what the primary wrote longer ago than this is not read. */
const MOST_LAG_MS = 15_000
const CONNECT_MS = 2000
const ANSWER_MS = 15_000

/**
 * Reads from the replica, if there is one that may be read now, else from the primary. What the
 * replica refuses or does not answer is read from the primary.
 */
export async function fromReplica<T>(read: (pool: Pool) => Promise<T>): Promise<T> {
  const replica = openReplica()
  if (replica === null || (await checked(replica)).kind !== 'in-use') return read(databasePool())
  try {
    return await read(replica.pool)
  } catch (error) {
    const state = say(replica, leftOut(`it failed to answer (${reasonOf(error)})`))
    replica.latest = Promise.resolve(state)
    return read(databasePool())
  }
}

/** Whether instructors' pages are read from a replica now, and why not. */
export async function replicaState(): Promise<ReplicaState> {
  const replica = openReplica()
  return replica === null ? { kind: 'none' } : checked(replica)
}

export async function closeReplica(): Promise<void> {
  const open = globalThis.steppeReplica
  globalThis.steppeReplica = undefined
  await open?.pool.end()
}

function openReplica(): Replica | null {
  const connectionString = process.env.STEPPE_READ_DATABASE_URL
  if (!connectionString) return null
  globalThis.steppeReplica ??= connect(connectionString)
  return globalThis.steppeReplica
}

function connect(connectionString: string): Replica {
  const pool = new Pool({
    connectionString,
    max: Number(process.env.STEPPE_POOL_SIZE ?? 10),
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
    Client: SteadyClient,
  })
  // An idle connection that the server closes must not end the process.
  pool.on('error', () => {})
  const latest = Promise.resolve<ReplicaState>({ kind: 'none' })
  return { pool, marks: [], checkedAt: Number.NEGATIVE_INFINITY, latest, said: 'in-use' }
}

/** The state, which is found out anew every few seconds. */
function checked(replica: Replica): Promise<ReplicaState> {
  const now = performance.now()
  if (now - replica.checkedAt >= CHECK_EVERY_MS) {
    replica.checkedAt = now
    replica.latest = lookAt(replica, now)
      .catch((error: unknown) => leftOut(`it cannot be reached (${reasonOf(error)})`))
      .then((state) => say(replica, state))
  }
  return replica.latest
}

/** One line for each change. */
function say(replica: Replica, state: ReplicaState): ReplicaState {
  if (state.kind === 'left-out' && replica.said === 'in-use') {
    console.warn(
      `Steppe: the replica (STEPPE_READ_DATABASE_URL) is not read: ${state.reason}. Instructors' pages are read from the primary meanwhile.`,
    )
  }
  if (state.kind === 'in-use' && replica.said === 'left-out') {
    console.warn("Steppe: instructors' pages are read from the replica again.")
  }
  replica.said = state.kind
  return state
}

const leftOut = (reason: string): ReplicaState => ({ kind: 'left-out', reason })

// The same cluster has the same identifier, also after a failover, and the same number for the
// database. A position in the log is compared and not a clock: it needs no rights, and also shows a
// replica whose connection to the primary was cut.
const IDENTITY = `(SELECT "system_identifier"::text FROM pg_control_system()) || ' ' ||
  (SELECT "oid"::text FROM pg_database WHERE "datname" = current_database()) AS "identity"`
const PRIMARY = `SELECT ${IDENTITY}, (pg_current_wal_flush_lsn() - '0/0')::text AS "position"`
const REPLICA = `SELECT ${IDENTITY}, pg_is_in_recovery() AS "standby",
  (pg_last_wal_replay_lsn() - '0/0')::text AS "position",
  $1::timestamptz AS "instant", ($2::json #>> '{}')::float8 AS "number"`

const primaryRow = z.object({ identity: z.string(), position: z.string() })
const replicaRow = primaryRow.extend({
  position: z.string().nullable(),
  standby: z.boolean(),
  instant: z.date(),
  number: z.number(),
})

const INSTANT = '2026-07-15T22:30:15.123Z'
const NUMBER = '0.30000000000000004'

async function lookAt(replica: Replica, now: number): Promise<ReplicaState> {
  const primary = primaryRow.parse((await databasePool().query(PRIMARY)).rows[0])
  replica.marks = [
    ...replica.marks.filter(({ at }) => now - at <= MOST_LAG_MS),
    { at: now, end: BigInt(primary.position) },
  ]
  const seen = replicaRow.parse((await replica.pool.query(REPLICA, [INSTANT, NUMBER])).rows[0])
  if (seen.identity !== primary.identity) return leftOut('it is no copy of this database')
  if (!seen.standby) return leftOut('it is no standby, so it does not follow the primary')
  if (seen.instant.toISOString() !== INSTANT || seen.number !== Number(NUMBER)) {
    return leftOut(
      'it gives other values back than it was sent; see "Database" in docs/operating.md',
    )
  }
  const replayed = BigInt(seen.position ?? 0)
  const follows = replica.marks.some(({ end }) => end <= replayed)
  return follows ? { kind: 'in-use' } : leftOut('it is behind the primary')
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`)
