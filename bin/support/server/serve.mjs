import { ensureBuilt } from '../checkout/build.mjs'
import { registerServer } from '../checkout/checkout-state.mjs'
import { ensureGenerated } from '../checkout/generate.mjs'
import { ensureInstalled } from '../checkout/install.mjs'
import { adviceOnNode, requireNode } from '../checkout/node-version.mjs'
import { configuredOrigin, withOneAddress } from '../origin/configured-origin.mjs'
import { addressesIn } from '../origin/proxy-trust.mjs'
import { openPostgres } from '../postgres.mjs'
import { addressFrom, checkFree, urlOf, waitForAnswer } from './address.mjs'
import { backupEnvironment } from './backup-environment.mjs'
import { checkDatabase } from './check-database.mjs'
import { cookieName } from './cookie-name.mjs'
import { configuredUrls, forApplication, forOwner } from './database-urls.mjs'
import { keepWebServer } from './keep-web-server.mjs'
import { part } from './part-times.mjs'
import { prepare } from './prepare.mjs'
import { providerEnvironment } from './provider-environment.mjs'
import { authSecret } from './secret.mjs'
import { alreadyRunning, lockDataDirectory } from './server-lock.mjs'
import { listenForStop, Stopped } from './stop-signals.mjs'
import { loadWebServer } from './web-server.mjs'

const log = (/** @type {string} */ line) => console.log(line)

/** @typedef {() => void | Promise<void>} Undo what stops something that was started */

/**
 * Everything from a bare checkout to a running server, until a signal ends it; then all of it is
 * stopped, the last first. Whatever fails on the way, what was started is stopped too.
 *
 * @param {{ dataDir: string, dev?: boolean,
 *   populate?: (env: NodeJS.ProcessEnv) => Promise<string> }} options
 *   `populate` may fill the database before the server comes up; its text is printed at the end
 */
export async function serve({ dataDir, dev = false, populate }) {
  requireNode()
  const stop = listenForStop()
  /** @type {Undo[]} */
  const undo = []
  /** @type {import('../process/lock.mjs').HeldLock | undefined} */
  let lock
  try {
    const address = addressFrom()
    const configured = configuredOrigin(process.env)
    addressesIn(process.env.STEPPE_TRUST_PROXY ?? '')
    const provider = providerEnvironment()
    const configuredDatabase = configuredUrls()
    if (!configuredDatabase) {
      const held = await lockDataDirectory(dataDir, urlOf(address))
      lock = held
      undo.push(() => held.release())
    }
    await checkFree(address)
    // Before the build, which takes minutes. Only what is installed can connect.
    const reach = async () => {
      for (const url of new Set(Object.values(configuredDatabase ?? {}))) await checkDatabase(url)
    }
    for (const step of [ensureInstalled, reach, ensureGenerated, ...(dev ? [] : [ensureBuilt])]) {
      await part(step.name, () => step({ log }))
      stop.check()
    }
    const running = registerServer({ url: urlOf(address) })
    undo.push(() => running.release())

    /** @type {NodeJS.ProcessEnv} */
    const env = { ...withOneAddress(process.env), STEPPE_DATA_DIR: dataDir }
    Object.assign(env, backupEnvironment(dataDir), provider)
    env.AUTH_SECRET = authSecret(dataDir)
    env.STEPPE_COOKIE_NAME = cookieName(dataDir, env.AUTH_SECRET)
    const urls =
      configuredDatabase ?? (await part('postgres', () => openEmbedded(dataDir, stop, undo)))
    const ownerEnv = forOwner(env, urls)
    stop.check()

    // Its process loads while the database is prepared, and neither needs the other for that.
    const webEnv = forApplication(env, urls)
    const loading = keepWebServer(
      (port = address.port) => loadWebServer({ address: { ...address, port }, env: webEnv, dev }),
      { log, fail: stop.fail },
    )
    undo.push(() => loading.stop())
    stop.second(() => loading.stopNow())
    const { setupPath } = await part('prepare', () => prepare(ownerEnv, { built: !dev }))
    stop.check()
    const report = await populate?.(ownerEnv)
    stop.check()

    const web = await part('web server, beyond prepare', () => loading.listen())
    const url = urlOf({ ...address, port: web.port })
    const patience = { withinMs: 120_000, isOver: stop.isRequested }
    await part('first answer', () => waitForAnswer(url, '/api/health/live', patience))
    stop.check()

    log(`\nSteppe is ready: ${url}`)
    if (configured) log(`People reach it at ${configured.origin} (${configured.name}).`)
    const entrance = configured?.origin ?? url
    if (report) log(report)
    else if (setupPath) log(`Set up the first administrator (works once): ${entrance}${setupPath}`)
    const advice = adviceOnNode()
    if (advice) log(advice)
    log('Press Ctrl-C to stop.')

    const { error } = await stop.ended
    if (error) throw error
    log(
      '\nStopping. Requests that run may take 10 seconds; press Ctrl-C again to end them at once.',
    )
  } catch (error) {
    if (!(error instanceof Stopped) && !stop.isRequested()) throw error
  } finally {
    lock?.update({ stopping: true })
    for (const step of undo.reverse()) await step()
    stop.off()
  }
}

/**
 * @param {string} dataDir
 * @param {ReturnType<typeof listenForStop>} stop
 * @param {Undo[]} undo
 */
async function openEmbedded(dataDir, stop, undo) {
  const postgres = await openPostgres({ dataDir, log, onLost: stop.fail })
  undo.push(() => postgres.stop())
  if (!(await postgres.claimServing())) throw alreadyRunning(dataDir)
  if (postgres.adopted)
    log('The database of a server that was killed is still running, and this server now uses it.')
  return { owner: postgres.url, application: postgres.applicationUrl }
}
