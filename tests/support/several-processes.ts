import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../bin/support/paths.mjs'
import { freePort } from '../../bin/support/process/port.mjs'
import { familyOf } from '../bench/host/process-figures'
import { altered } from './altered-database'
import { startApp } from './app'
import { debianPostgres } from './debian-postgres'
import { nginxProgram, startNginx } from './nginx'
import { pgbouncer, pgbouncerMissing } from './pgbouncer'
import { withClient } from './with-client'

export type SeveralProcesses = {
  /** Of nginx. */
  readonly url: string
  /** The database, past PgBouncer. */
  readonly databaseUrl: string
  /** Of each process itself. */
  readonly urls: readonly string[]
  /** As the system does when memory is out: one process and all of its children, at once. */
  readonly killFirst: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** What is not on this machine and could not be unpacked; null if nothing is missing. */
export async function severalMissing(): Promise<string | null> {
  if ((await nginxProgram()) === null) return 'There is no nginx on this machine.'
  return pgbouncerMissing()
}

/**
 * Two processes of Steppe, started at once on an empty database in another zone than UTC, which they
 * reach through PgBouncer in transaction mode, behind the nginx of deploy/.
 */
export async function severalProcesses(): Promise<SeveralProcesses> {
  const ending: (() => void | Promise<void>)[] = []
  const stop = async () => {
    for (const end of ending.splice(0).reverse()) await end()
  }
  try {
    const postgres = await debianPostgres()
    if (postgres === null) throw new Error('There is no Postgres 15 on this machine.')
    ending.push(postgres.stop)
    await withClient(postgres.url, (client) => client.query('create database steppe'))
    const databaseUrl = postgres.url.replace('/postgres?', '/steppe?')
    await altered(databaseUrl, "timezone to 'Asia/Almaty'")
    const pooler = await pgbouncer(databaseUrl, [
      'pool_mode = transaction',
      'max_client_conn = 100',
    ])
    ending.push(pooler.stop)

    const port = await freePort()
    const url = `http://localhost:${port}`
    const env = { DATABASE_URL: pooler.url, AUTH_SECRET: 'x'.repeat(48), STEPPE_URL: url }
    const starting = [1, 2].map(async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'steppe-several-'))
      ending.push(() => rmSync(dataDir, { recursive: true, force: true }))
      const app = await startApp({ dataDir, env })
      ending.push(async () => void (await app.stop()))
      return app
    })
    const started = await Promise.allSettled(starting)
    const apps = started.map((result) => {
      if (result.status === 'rejected') throw result.reason
      return result.value
    })
    const nginx = await startNginx(
      (await nginxProgram()) ?? '',
      [
        configuration(
          port,
          apps.map((app) => new URL(app.url).port),
        ),
      ],
      port,
    )
    ending.push(nginx.stop)
    return {
      url,
      databaseUrl,
      urls: apps.map((app) => app.url),
      killFirst: async () => {
        const [first] = apps
        if (!first) return
        const [, ...children] = familyOf(first.pid)
        for (const pid of children) process.kill(pid, 'SIGKILL')
        await first.kill()
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** That of deploy/nginx, without TLS and on other ports. */
function configuration(port: number, apps: readonly string[]): string {
  const read = (name: string) => readFileSync(join(root, 'deploy', 'nginx', name), 'utf8')
  const upstream = apps.reduce(
    (text, app, index) => text.replace(`127.0.0.1:300${index + 1}`, `127.0.0.1:${app}`),
    read('steppe-upstream.conf'),
  )
  const server = read('steppe.conf')
    .slice(read('steppe.conf').lastIndexOf('\nserver {'))
    .replace('listen 443 ssl', `listen ${port}`)
    .replace('steppe.example.org', 'localhost')
    .replace(/^ *ssl_.*$/gm, '')
  return `${upstream}\n${server}`
}
