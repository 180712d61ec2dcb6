import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPgbouncer } from '../../bin/support/checkout/pgbouncer.mjs'
import { freePort } from '../../bin/support/process/port.mjs'

const root = process.getuid?.() === 0

/** Why the tests through PgBouncer cannot run here; null when they can. */
export async function pgbouncerMissing(): Promise<string | null> {
  if (await findPgbouncer()) return null
  return 'There is no PgBouncer on this machine, and none could be unpacked. Install it (on Debian: apt-get install pgbouncer), or set STEPPE_PGBOUNCER to its path.'
}

export type Pooler = { readonly url: string; readonly stop: () => Promise<void> }

/** A PgBouncer of one's own before the database at `url`, with Debian's defaults and these lines. */
export async function pgbouncer(url: string, lines: readonly string[]): Promise<Pooler> {
  const file = await findPgbouncer()
  if (!file) throw new Error((await pgbouncerMissing()) ?? '')
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const directory = mkdtempSync(join(tmpdir(), 'steppe-pgbouncer-'))
  const own = await freePort()
  const target = [
    `host=${searchParams.get('host') ?? hostname}`,
    `port=${port || 5432}`,
    `user=${username}`,
    ...(password ? [`password=${decodeURIComponent(password)}`] : []),
  ]
  const settings = [
    '[databases]',
    `* = ${target.join(' ')}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${own}`,
    'unix_socket_dir =',
    'auth_type = any',
    ...lines,
  ]
  writeFileSync(join(directory, 'pgbouncer.ini'), `${settings.join('\n')}\n`)
  chmodSync(directory, 0o755)
  // PgBouncer refuses to run as root, and the socket of the embedded Postgres belongs to 65534 then.
  const account = root ? { uid: 65534, gid: 65534 } : {}
  const child = spawn(file, [join(directory, 'pgbouncer.ini')], {
    ...account,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = once(child, 'exit')
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('process up')) resolve()
    })
    child.once('exit', () => reject(new Error(`PgBouncer did not start: ${said}`)))
  })
  return {
    url: `postgresql://${username}@127.0.0.1:${own}${pathname}?sslmode=disable`,
    stop: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await exited
      clearTimeout(timer)
      rmSync(directory, { recursive: true })
    },
  }
}
