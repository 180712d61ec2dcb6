import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UserError } from '../user-error.mjs'
import { postgresEnv } from './binaries.mjs'

/** No system locale is needed, and text sorts the same on every machine. */
const layout = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
]

const settings = ['timezone=UTC', 'log_timezone=UTC', 'max_connections=100', 'shared_buffers=128MB']

/** @typedef {import('./place.mjs').Place} Place */

/**
 * The socket directory is private and needs no password; a port always does.
 *
 * @param {Place} place
 * @param {import('./endpoint.mjs').Endpoint} endpoint
 */
export function authenticationOf(place, { password }) {
  if (!password) return ['--auth-local=trust', '--auth-host=reject']
  const file = join(place.home, 'postgres-password')
  writeFileSync(file, password, { mode: 0o600 })
  return ['--auth-local=reject', '--auth-host=scram-sha-256', `--pwfile=${file}`]
}

/**
 * Makes the database files, in a temporary sibling and then renamed: an initdb killed half-way
 * leaves a directory that looks right and is dead.
 *
 * @param {Place} place
 * @param {import('./binaries.mjs').Programs} programs
 * @param {{ authentication: string[], durable: boolean, log: (line: string) => void }} options
 */
export async function initialise(place, programs, { authentication, durable, log }) {
  if (existsSync(place.cluster)) return
  const prefix = `${basename(place.cluster)}.new-`
  for (const name of readdirSync(dirname(place.cluster))) {
    if (name.startsWith(prefix)) removeLeftover(join(dirname(place.cluster), name))
  }
  log('Creating the database files...')
  const temporary = join(dirname(place.cluster), `${prefix}${process.pid}`)
  mkdirSync(temporary, { mode: 0o700 })
  chmodSync(temporary, 0o700)
  if (place.account) chownSync(temporary, place.account.uid, place.account.gid)
  const args = [
    '-D',
    temporary,
    '-U',
    'postgres',
    '--no-instructions',
    ...layout,
    ...authentication,
  ]
  for (const setting of settings) args.push('-c', setting)
  if (!durable) args.push('--no-sync')
  try {
    await initdb(programs.initdb, args, place.account)
    renameSync(temporary, place.cluster)
  } catch (error) {
    removeLeftover(temporary)
    throw error
  }
}

/**
 * A file that an orphaned initdb still writes may stay for now; its directory is never used.
 *
 * @param {string} directory
 */
function removeLeftover(directory) {
  try {
    rmSync(directory, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 })
  } catch {}
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {import('./account.mjs').Account | null} account
 * @returns {Promise<void>}
 */
function initdb(program, args, account) {
  const child = spawn(program, args, {
    ...account,
    cwd: '/',
    env: postgresEnv,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    complaint += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else
        reject(
          new UserError(
            `The database files could not be created. No data was touched.\ninitdb says: ${complaint.trim() || signal}`,
          ),
        )
    })
  })
}
