import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/**
 * How to reach the database of a place. A Unix socket in a directory that only its account can
 * enter needs no password; Windows gets a loopback port and a password, kept with the data.
 *
 * @returns {Promise<{ host: string, port: number, password?: string }>}
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

/** Every part is spelt out, so that a PGPORT or PGSSLMODE of the user's changes nothing. */
export function urlOf({ host, port, password }, database, user = 'steppe') {
  if (password) {
    return `postgresql://${user}:${password}@${host}:${port}/${database}?sslmode=disable`
  }
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}&sslmode=disable`
}

/** Options of the server that belong to the way it is reached. */
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

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
