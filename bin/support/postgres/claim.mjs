import { errorCode } from '../error-code.mjs'

/** @typedef {import('pg').Client} Client */

/**
 * Whoever uses an embedded Postgres holds a claim on it: a connection of its own with a shared
 * advisory lock. It goes when the process goes, however it ends, so the last one out is known.
 */
const inUse = 7270736901
const serving = 7270736902

/** Errors that say "try again": not there (yet), starting up, or shutting down. */
const passing = new Set([
  'ENOENT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
])

/** @param {unknown} error */
export function isPassing(error) {
  if (passing.has(errorCode(error) ?? '')) return true
  return error instanceof Error && /terminated unexpectedly|timeout expired/.test(error.message)
}

/** @param {import('./endpoint.mjs').Endpoint} endpoint */
async function connect(endpoint) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    ...endpoint,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 10_000,
    application_name: 'steppe supervisor',
  })
  client.on('error', () => {}) // the query that fails, or 'end', reports it too
  await client.connect()
  return client
}

/**
 * Connects and claims; `others` are those who had a claim at that moment.
 *
 * @param {import('./endpoint.mjs').Endpoint} endpoint
 * @returns {Promise<{ client: Client, others: number }>}
 */
export async function claim(endpoint) {
  const client = await connect(endpoint)
  try {
    await client.query('select pg_advisory_lock_shared($1)', [inUse])
    /** @type {import('pg').QueryResult<{ others: number }>} */
    const { rows } = await client.query(
      `select count(*)::int as others from pg_locks
       where locktype = 'advisory' and granted and pid <> pg_backend_pid()
         and ((classid::bigint << 32) | objid::bigint) = $1`,
      [inUse],
    )
    return { client, others: rows[0]?.others ?? 0 }
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

/**
 * Gives the claim back; true when nobody else has one, and then nobody can get one any more.
 *
 * @param {Client} client
 */
export async function leave(client) {
  await client.query('select pg_advisory_unlock_all()')
  return tryLock(client, inUse)
}

/**
 * True for the one process that may serve from this data.
 *
 * @param {Client} client
 */
export function claimServing(client) {
  return tryLock(client, serving)
}

/**
 * @param {Client} client
 * @param {number} key
 */
async function tryLock(client, key) {
  /** @type {import('pg').QueryResult<{ taken: boolean }>} */
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [key])
  return rows[0]?.taken === true
}

/**
 * `steppe` owns the database and nothing else of the server. The web server connects as `steppe_app`,
 * which owns nothing: a preparation gives it what it needs (lib/db/connection/application-role.ts).
 *
 * @param {Client} client
 * @param {string} name
 * @param {string | undefined} password
 */
export async function ensureDatabase(client, name, password) {
  /** @type {(query: string, value: string) => Promise<boolean>} */
  const has = async (query, value) => (await client.query(query, [value])).rows.length > 0
  const secret = password ? ` password ${client.escapeLiteral(password)}` : ''
  for (const [role, rights] of /** @type {const} */ ([
    ['steppe', 'createdb'],
    ['steppe_app', ''],
  ])) {
    if (await has('select 1 from pg_roles where rolname = $1', role)) continue
    await client.query(`create role ${role} login ${rights}${secret}`)
  }
  if (!(await has('select 1 from pg_database where datname = $1', name))) {
    await client.query(`create database ${client.escapeIdentifier(name)} owner steppe`)
  }
}
