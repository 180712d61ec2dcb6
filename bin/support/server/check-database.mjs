import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '../error-code.mjs'
import { UserError } from '../user-error.mjs'
import { addressFault, databaseFault } from './database-fault.mjs'

const connectMs = 10_000
/** A Postgres that starts, or recovers after a crash, is waited for. */
const startingMs = 60_000

/**
 * Connects once to a database of the user's own, and says in words what is wrong if that fails. Asked
 * before anything is built or changed.
 *
 * @param {string} address
 * @param {{ patienceMs?: number }} [options]
 */
export async function checkDatabase(address, { patienceMs = startingMs } = {}) {
  const fault = addressFault(address)
  if (fault) throw refusal(fault)
  const deadline = Date.now() + patienceMs
  for (;;) {
    try {
      return await connectOnce(address)
    } catch (error) {
      const isStarting = errorCode(error) === '57P03' && Date.now() < deadline
      if (!isStarting) throw refusal(databaseFault(error, address))
      await wait(200)
    }
  }
}

/** @param {string} address */
async function connectOnce(address) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    connectionString: address,
    connectionTimeoutMillis: connectMs,
  })
  client.on('error', () => {}) // `connect` tells it
  try {
    await client.connect()
  } finally {
    await client.end().catch(() => {})
  }
}

/** @param {string} fault */
const refusal = (fault) =>
  new UserError(
    `${fault}\nNothing was changed, and nothing was started. See "When the database fails" in docs/operating.md.`,
  )
