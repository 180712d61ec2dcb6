import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../paths.mjs'
import { linkLibraries } from '../postgres.mjs'
import { withLock } from '../process/lock.mjs'
import { run } from '../process/run.mjs'
import { UserError } from '../user-error.mjs'
import { hashOf, readStamp, refuseBelowServer, writeStamp } from './checkout-state.mjs'

/**
 * Installs what package-lock.json names, development tools included, unless it is there already.
 *
 * @param {{ log?: (line: string) => void }} [options]
 */
export async function ensureInstalled({ log = console.error } = {}) {
  if (isInstalled()) return
  await withLock(
    join(root, '.steppe-install.lock'),
    async () => {
      if (isInstalled()) return
      if (!matchesLockFile()) await install(log)
      linkLibraries()
      writeStamp('install', wanted())
    },
    { onWait: ({ pid }) => log(`Waiting for process ${pid} to finish its installation...`) },
  )
}

const wanted = () => hashOf(['package-lock.json'], [process.platform, process.arch])
const isInstalled = () => readStamp('install') === wanted()

/**
 * A package as package-lock.json describes it.
 *
 * @typedef {{ os?: string[], cpu?: string[], libc?: string[] }} Platforms
 * @typedef {Platforms & { version?: string, optional?: boolean, link?: boolean }} LockedPackage
 */

/** What npm wrote down about node_modules, against the lock file: `npm install` by hand is fine. */
function matchesLockFile() {
  const want = packagesIn('package-lock.json')
  const have = packagesIn(join('node_modules', '.package-lock.json'))
  if (!want || !have) return false
  return Object.entries(want).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true
    const present = have[path]
    // Packages for other platforms are rightly absent, and so are those that only they need.
    if (!present) return wanted.optional === true && !isMeantForThisPlatform(wanted)
    return present.version === wanted.version && existsSync(join(root, path))
  })
}

/** @param {Platforms} platforms */
function isMeantForThisPlatform({ os, cpu, libc }) {
  if (!os && !cpu) return false
  /** @type {(list: string[] | undefined, value: string) => boolean} */
  const fits = (list, value) => !list || list.includes(value)
  /** @type {{ header?: { glibcVersionRuntime?: string } }} */
  const report = process.report?.getReport() ?? {}
  const glibc = report.header?.glibcVersionRuntime ? 'glibc' : 'musl'
  return fits(os, process.platform) && fits(cpu, process.arch) && (!libc || fits(libc, glibc))
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * `npm install`, which keeps to the lock file as `npm ci` does, but for this: a lock file written
 * where the registry has not every platform's packages lacks those, and `npm ci` refuses it whole.
 *
 * @param {(line: string) => void} log
 */
async function install(log) {
  refuseBelowServer('The installed packages (node_modules)')
  log('Installing packages (npm install)...')
  const args = ['install', '--no-save', '--ignore-scripts', '--include=dev', '--include=optional']
  args.push('--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error')
  const [command, first] = npm()
  const { code } = await run(command, [...first, ...args], { cwd: root, capture: true })
  if (code === 0) return
  throw new UserError(
    'The packages could not be installed. The output of npm above says why. No data was touched.\n' +
      'Check that this machine can reach the npm registry, then run the same command again.',
  )
}

/**
 * The npm that runs us, if it is one; else the one on the path.
 *
 * @returns {[command: string, first: string[]]}
 */
export function npm() {
  const own = process.env.npm_execpath
  if (own && basename(own) === 'npm-cli.js') return [process.execPath, [own]]
  return process.platform === 'win32' ? ['cmd.exe', ['/d', '/c', 'npm']] : ['npm', []]
}
