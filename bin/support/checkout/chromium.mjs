import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { run } from '../process/run.mjs'
import { UserError } from '../user-error.mjs'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A browser for the end-to-end tests: the system's, else Debian's package, else Playwright's own.
 *
 * @param {{ log?: (line: string) => void, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string | undefined>} its path; undefined means Playwright's own
 */
export async function findChromium({ log = console.log, env = process.env } = {}) {
  if (env.STEPPE_CHROMIUM) {
    if (existsSync(env.STEPPE_CHROMIUM)) return env.STEPPE_CHROMIUM
    throw new UserError(
      `STEPPE_CHROMIUM names ${env.STEPPE_CHROMIUM}, which does not exist.\nSet it to the path of a Chromium, or unset it.`,
    )
  }
  const found = known.find((path) => existsSync(path))
  if (found) return found
  if (await installFromDebian(log)) return known.find((path) => existsSync(path))
  log("Installing Playwright's Chromium...")
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const { code } = await run(process.execPath, [playwright, 'install', 'chromium'], { cwd: root })
  if (code === 0) return undefined
  throw new UserError(
    'The end-to-end tests need Chromium, which was not found and could not be installed.\n' +
      'Install Chromium or Chrome with the package manager of the system (on Debian: apt-get install chromium), ' +
      'or set STEPPE_CHROMIUM to the path of one. The other tests run with `npm test -- check unit db`.',
  )
}

/** @param {(line: string) => void} log */
async function installFromDebian(log) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  log('Installing Chromium (apt-get install chromium)...')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env, capture: true })
  const args = ['install', '-y', '-qq', '--no-install-recommends', 'chromium']
  const { code } = await run('apt-get', args, { env, capture: true })
  return code === 0 && known.some((path) => existsSync(path))
}
