import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres15 } from '../../bin/support/checkout/postgres-15.mjs'
import { freePort } from '../../bin/support/process/port.mjs'

/** Postgres refuses to run as root. */
const NOBODY = 65534

/**
 * The Postgres 15 of Debian on an empty data directory of its own, until it is stopped. `url` leads to
 * the database `postgres`. Null where there is none.
 */
export async function debianPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly url: string; readonly stop: () => void } | null> {
  const programs = await findPostgres15()
  if (!programs) return null
  const home = mkdtempSync(join(tmpdir(), 'steppe-postgres-15-'))
  const account = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if (account.uid) chownSync(home, NOBODY, NOBODY)
  const run = (name: string, ...args: string[]) =>
    execFileSync(join(programs, name), args, { cwd: home, ...account, stdio: 'ignore' })
  const data = join(home, 'data')
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N')
  const port = await freePort()
  const all = { port: `${port}`, listen_addresses: '127.0.0.1', ...settings }
  const options = Object.entries({ ...all, unix_socket_directories: home })
  const given = options.map(([name, value]) => `-c ${name}='${value}'`).join(' ')
  run('pg_ctl', '-D', data, '-w', '-l', join(home, 'log'), '-o', given, 'start')
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres?sslmode=disable`,
    stop: () => {
      run('pg_ctl', '-D', data, '-w', '-m', 'fast', 'stop')
      rmSync(home, { recursive: true })
    },
  }
}
