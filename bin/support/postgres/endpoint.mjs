import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../process/port.mjs'

/**
 * With a password, `host` is an address; without, the directory of the socket.
 *
 * @typedef {{ host: string, port: number, password?: string }} Endpoint
 */

/**
 * How to reach the database of a place. A Unix socket in a directory that only its account can
 * enter needs no password; Windows gets a loopback port and a password, kept with the data.
 *
 * @param {import('./place.mjs').Place} place
 * @returns {Promise<Endpoint>}
 */
export async function endpointOf(place) {
  if (process.platform !== 'win32') return { host: place.socketDirectory, port: 5432 }
  const file = join(place.home, 'postgres-endpoint.json')
  if (!existsSync(file)) {
    const made = { port: await freePort(), password: randomBytes(24).toString('base64url') }
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  }
  return { host: '127.0.0.1', ...JSON.parse(readFileSync(file, 'utf8')) }
}

/**
 * Every part is given, so that a PGPORT or PGSSLMODE of the user's changes nothing.
 *
 * @param {Endpoint} endpoint
 * @param {string} database
 */
export function urlOf({ host, port, password }, database, user = 'steppe') {
  if (password) {
    return `postgresql://${user}:${password}@${host}:${port}/${database}?sslmode=disable`
  }
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}&sslmode=disable`
}

/**
 * Options of the server that belong to the way it is reached.
 *
 * @param {Endpoint} endpoint
 */
export function listenOptions({ host, port, password }) {
  if (password) return ['-c', `listen_addresses=${host}`, '-c', `port=${port}`]
  const directory = `"${host.replaceAll('"', '""')}"`
  return [
    '-c',
    'listen_addresses=',
    '-c',
    `unix_socket_directories=${directory}`,
    '-c',
    `port=${port}`,
  ]
}
