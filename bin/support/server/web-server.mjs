import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { root } from '../paths.mjs'
import { UserError } from '../user-error.mjs'
import { listenError } from './address.mjs'

const program = fileURLToPath(new URL('./next-process.mjs', import.meta.url))

/**
 * Starts the web server and waits until it listens.
 *
 * @returns {Promise<{ port: number, ended: Promise<void>, stop(): Promise<void> }>} `ended` also
 *   when it ends by itself, which is a failure
 */
export async function startWebServer({ address, env, dev }) {
  const child = fork(program, [JSON.stringify({ ...address, dev })], {
    cwd: root,
    env: { ...env, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise((resolve) => child.once('exit', () => resolve()))
  const message = new Promise((resolve) => child.once('message', resolve))
  const first = await Promise.race([message, ended])
  if (first?.port === undefined) {
    if (first?.failed) throw listenError({ code: first.failed }, address)
    throw new UserError('The web server ended while it started, as shown above. The data was kept.')
  }
  return {
    port: first.port,
    ended,
    stop: () => {
      if (child.connected) child.send('stop')
      return ended
    },
  }
}
