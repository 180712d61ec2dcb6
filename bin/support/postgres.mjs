import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from './error-code.mjs'
import { postgresPrograms } from './postgres/binaries.mjs'
import { claim, claimServing, ensureDatabase, isPassing, leave } from './postgres/claim.mjs'
import { startFailure } from './postgres/damage.mjs'
import { endpointOf, urlOf } from './postgres/endpoint.mjs'
import { authenticationOf, initialise } from './postgres/initialise.mjs'
import { giveToAccount, placeOf } from './postgres/place.mjs'
import {
  clearStalePidFile,
  clearStaleSocket,
  endOrphans,
  runningPostmaster,
  startPostmaster,
  stopPostmaster,
} from './postgres/postmaster.mjs'
import { closeSocketDirectory, openSocketDirectory } from './postgres/socket-directory.mjs'
import { withLock } from './process/lock.mjs'
import { UserError } from './user-error.mjs'

export { linkLibraries } from './postgres/binaries.mjs'

/**
 * What opening needs to know.
 *
 * @typedef {import('./postgres/claim.mjs').Client} Client
 * @typedef {import('./postgres/place.mjs').Place} Place
 * @typedef {{ place: Place, programs: import('./postgres/binaries.mjs').Programs,
 *   endpoint: import('./postgres/endpoint.mjs').Endpoint, durable: boolean,
 *   log: (line: string) => void }} Opening
 * @typedef {{ client: Client, others: number, started: boolean }} Opened
 */

/**
 * Opens the embedded Postgres of a data directory, or joins the one that runs there already: a
 * server's, or one left behind by a killed process. `stop()` ends it if nobody else uses it.
 *
 * @param {{ dataDir: string, log?: (line: string) => void, durable?: boolean,
 *   onLost?: (error: unknown) => void }} options `durable: false` turns fsync off (tests);
 *   `onLost` is called when Postgres died and could not be started again
 * @returns {Promise<{ url: string, applicationUrl: string, adminUrl: string, started: boolean, adopted: boolean,
 *   home: string, claimServing(): Promise<boolean>, stop(): Promise<void> }>} `adopted`: it ran, and
 *   nobody used it; `home`: where its files are, which need not be `dataDir`
 */
export async function openPostgres({ dataDir, log = () => {}, durable = true, onLost = () => {} }) {
  const place = placeOf(dataDir, log)
  const programs = postgresPrograms(place.account, log)
  const endpoint = await endpointOf(place)
  const opening = { place, programs, endpoint, durable, log }
  let { client, others, started } = await startOrJoin(opening)
  let mayServe = false
  /** @type {Promise<void> | undefined} */
  let stopping
  /**
   * The latest attempt to open it again, which a stop waits for: it may have started a process.
   *
   * @type {Promise<Opened> | undefined}
   */
  let reopening

  const recover = async () => {
    for (const pauseMs of [0, 200, 500, 1000, 2000, 4000]) {
      await wait(pauseMs)
      if (stopping) return
      try {
        reopening = startOrJoin(opening)
        ;({ client } = await reopening)
        if (mayServe) mayServe = await claimServing(client)
        return watch()
      } catch (error) {
        if (pauseMs === 4000) onLost(error)
      }
    }
  }
  const watch = () => {
    client.once('end', () => {
      if (stopping) return
      log('The connection to the embedded Postgres was lost. Opening it again...')
      void recover() // never rejects: what it cannot do goes to onLost
    })
  }
  const stop = async () => {
    await reopening?.catch(() => {})
    const last = await leave(client).catch(() => true)
    const pid = runningPostmaster(place.cluster)
    if (last && pid) await stopPostmaster(pid, programs)
    if (last) closeSocketDirectory(place)
    await client.end().catch(() => {})
  }
  watch()

  return {
    url: urlOf(endpoint, 'steppe'),
    applicationUrl: urlOf(endpoint, 'steppe', 'steppe_app'),
    adminUrl: urlOf(endpoint, 'postgres', 'postgres'),
    started,
    adopted: !started && others === 0,
    claimServing: async () => {
      mayServe = await claimWithin(client, 2000)
      return mayServe
    },
    home: place.home,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/**
 * A killed server's claim goes only when Postgres has noticed its end: ask for a moment.
 *
 * @param {Client} client
 * @param {number} patienceMs
 */
async function claimWithin(client, patienceMs) {
  const deadline = Date.now() + patienceMs
  for (;;) {
    if (await claimServing(client)) return true
    if (Date.now() > deadline) return false
    await wait(20)
  }
}

/**
 * @param {Opening} opening
 * @returns {Promise<Opened>}
 */
async function startOrJoin(opening) {
  const joined = await tryJoin(opening)
  if (joined) return { ...joined, started: false }
  // One at a time: two that start together must not initialise, or start, over each other.
  return withLock(opening.place.lock, async () => {
    const other = await tryJoin(opening)
    return other ? { ...other, started: false } : start(opening)
  })
}

/**
 * Joins a running Postgres, after its start or end if it is in the middle of one.
 *
 * @param {Opening} opening
 */
async function tryJoin({ place, programs, endpoint, log }) {
  if (!existsSync(place.cluster)) return undefined
  const unreachableAt = Date.now() + 10_000
  for (;;) {
    try {
      const joined = await claim(endpoint)
      await ensureDatabase(joined.client, 'steppe', endpoint.password)
      return joined
    } catch (error) {
      if (!isPassing(error)) throw explained(error, place)
      const pid = runningPostmaster(place.cluster)
      if (!pid) return undefined
      if (errorCode(error) === '57P03') {
        await wait(20) // starting up, recovering or shutting down: that comes to an end
      } else if (Date.now() < unreachableAt) {
        await wait(20)
      } else {
        log('A Postgres runs on this data, but its socket is gone. Starting Postgres again...')
        await stopPostmaster(pid, programs)
      }
    }
  }
}

/**
 * @param {Opening} opening
 * @returns {Promise<Opened>}
 */
async function start({ place, programs, endpoint, durable, log }) {
  const authentication = authenticationOf(place, endpoint)
  await initialise(place, programs, { authentication, durable, log })
  giveToAccount(place)
  openSocketDirectory(place)
  clearStalePidFile(place.cluster)
  clearStaleSocket(place)
  const settings = durable ? {} : { fsync: 'off' }
  const orphansEnd = Date.now() + 1000
  const patienceEnds = Date.now() + 10_000
  let server = startPostmaster(place, programs, endpoint, settings)
  try {
    for (;;) {
      const failure = server.failure()
      if (failure && /pre-existing shared memory/.test(failure) && Date.now() < patienceEnds) {
        await wait(100) // the last children of a postmaster that was killed are still ending
        if (Date.now() > orphansEnd) endOrphans(place.cluster)
        server = startPostmaster(place, programs, endpoint, settings)
      } else if (failure) {
        throw new UserError(startFailure(failure, place))
      }
      try {
        const { client, others } = await claim(endpoint)
        await ensureDatabase(client, 'steppe', endpoint.password)
        return { client, others, started: true }
      } catch (error) {
        if (!isPassing(error)) throw error
        await wait(10)
      }
    }
  } catch (error) {
    const pid = runningPostmaster(place.cluster)
    if (pid) await stopPostmaster(pid, programs)
    throw error
  }
}

/**
 * @param {unknown} error
 * @param {Place} place
 */
function explained(error, place) {
  const code = errorCode(error)
  if (code !== 'EACCES' && code !== 'EPERM') return error
  return new UserError(
    `The database in ${place.home} belongs to another user (${code}). Nothing was changed.\n` +
      'Run Steppe as that user, or set STEPPE_DATA_DIR to a directory of your own.',
  )
}
