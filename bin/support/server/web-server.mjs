import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { root } from '../paths.mjs'
import { UserError } from '../user-error.mjs'
import { listenError } from './address.mjs'

const program = fileURLToPath(new URL('./next-process.mjs', import.meta.url))

/**
 * What the process is told when it is forked, and what it reports: its port, or the failure to listen.
 *
 * @typedef {import('./address.mjs').Address & { dev: boolean }} WebServerOptions
 * @typedef {{ port: number } | { failed: string | undefined }} Report
 */

/**
 * Starts the process of the web server, which loads everything and then waits for `listen()`.
 *
 * @param {{ address: import('./address.mjs').Address, env: NodeJS.ProcessEnv, dev: boolean }} options
 * @returns {{ listen(): Promise<{ port: number }>, ended: Promise<void>, stop(): Promise<void>,
 *   stopNow(): void }}
 *   `stop` lets running requests end, `stopNow` does not; `ended` also when it ends by itself, which is a failure
 */
export function loadWebServer({ address, env, dev }) {
  /** @type {WebServerOptions} */
  const options = { ...address, dev }
  const child = fork(program, [JSON.stringify(options)], {
    cwd: root,
    env: {
      // glibc otherwise keeps memory apart for each thread: what hashing passwords took on one of them
      // is then of no use to the others, and is not given back either.
      MALLOC_ARENA_MAX: '2',
      // It also raises the sizes from which it gives memory back with each large piece that is freed, and
      // soon keeps nearly all of it. Sizes that are set stay: these, in bytes, are the ones it begins with.
      MALLOC_MMAP_THRESHOLD_: '131072',
      MALLOC_TRIM_THRESHOLD_: '131072',
      ...env,
      NODE_ENV: dev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()))
  /** @type {Promise<Report>} */
  const report = new Promise((resolve) => child.once('message', resolve))
  return {
    listen: async () => {
      if (child.connected) child.send('listen')
      const first = await Promise.race([report, ended])
      if (!first) {
        throw new UserError(
          'The web server stopped while it was starting, as shown above. The data was kept.',
        )
      }
      if ('failed' in first) throw listenError(first.failed, address)
      return first
    },
    ended,
    stop: () => {
      if (child.connected) child.send('stop')
      // It ends by itself after its own ten seconds, unless it hangs.
      const hung = setTimeout(() => child.kill('SIGKILL'), 15_000)
      return ended.finally(() => clearTimeout(hung))
    },
    stopNow: () => {
      child.kill('SIGKILL')
    },
  }
}
