import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type RunningApp, startApp } from '../support/app'
import { debianPostgres } from '../support/debian-postgres'
import { gradedEvent } from '../support/graded-event'
import { type HttpClient, signIn } from '../support/http-client'
import { pgbouncer } from '../support/pgbouncer'
import { withClient } from '../support/with-client'
import { type Drill, exactly, type Figure, told } from './support/drill'

const PASSWORD = 'steppe-demo-2026'
const STEPPE = fileURLToPath(new URL('../../bin/steppe.mjs', import.meta.url))

const drill: Drill = {
  says: 'a backup made while people answer comes back on another Postgres, through PgBouncer',
  run: async ({ short, log }) => {
    const folder = mkdtempSync(join(tmpdir(), 'steppe-drill-backup-'))
    // Under root, Postgres runs as somebody else, who must reach it.
    chmodSync(folder, 0o755)
    try {
      return await rehearse(folder, short ? ['12', '20'] : ['500', '180'], log)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
export default drill

async function rehearse(
  folder: string,
  [learners, days]: readonly [string, string],
  log: (line: string) => void,
): Promise<readonly Figure[]> {
  const dataDir = join(folder, 'embedded')
  const file = join(folder, 'backup.sql.gz')
  log(`inventing ${learners} analysts with ${days} days of answers`)
  await steppe(['demo', '--learners', learners, '--days', days], { STEPPE_DATA_DIR: dataDir })

  const first = await startApp({ dataDir })
  let before = 0
  let writer: Writer
  let made: Finished
  try {
    writer = await startWriter(first)
    await writer.reached(20)
    before = writer.acknowledged()
    log('making the backup while somebody answers')
    made = await steppe(['backup', file], { STEPPE_DATA_DIR: dataDir })
    await writer.stop()
  } finally {
    await first.stop()
  }

  const postgres = await debianPostgres({ shared_buffers: '256MB' })
  if (!postgres) throw new Error('There is no Postgres 15 here. Set STEPPE_POSTGRES_15.')
  try {
    const pooler = await pgbouncer(postgres.url, ['pool_mode = transaction'])
    try {
      const env = { STEPPE_DATA_DIR: join(folder, 'other'), DATABASE_URL: pooler.url }
      log('restoring it into Postgres 15 through PgBouncer, and checking its log')
      const restored = await steppe(['restore', file], env)
      const own = await answersOf(postgres.url, writer.email)
      log('starting there, signing in and answering')
      const second = await startApp({ dataDir: env.STEPPE_DATA_DIR, env })
      const accepted = await answersOnce(second).finally(() => second.stop())
      return [
        told('analysts, days', `${learners}, ${days}`),
        told('events', Number(restored.output.match(/people, (\d+) events/)?.[1])),
        told('rows', Number(restored.output.match(/Restored (\d+) rows/)?.[1])),
        told('size of the file, MB', Math.round(statSync(file).size / 1e6)),
        told('backup, s', made.seconds),
        told('backup, most memory of its process, MB', made.mostMB),
        told('restore and log check, s', restored.seconds),
        told('restore alone, s', Number(restored.output.match(/tables in ([\d.]+) s/)?.[1])),
        told('restore and log check, most memory, MB', restored.mostMB),
        told('answers while the backup ran', writer.acknowledged() - before),
        exactly('answers from before the backup that are lost', Math.max(0, before - own), 0),
        exactly('answers that nobody gave', Math.max(0, own - writer.acknowledged()), 0),
        exactly('differences of the log', differencesIn(restored.output), 0),
        exactly('answers taken after the restore', accepted, 1),
      ]
    } finally {
      await pooler.stop()
    }
  } finally {
    postgres.stop()
  }
}

const differencesIn = (output: string) => Number(output.match(/(\d+) differences/)?.[1] ?? -1)

type Finished = { readonly output: string; readonly seconds: number; readonly mostMB: number }

/** Runs the command and watches the memory of its processes, where the system shows it (Linux). */
async function steppe(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Finished> {
  const began = performance.now()
  const child = spawn(process.execPath, [STEPPE, ...args], { env: { ...process.env, ...env } })
  child.stdin.end()
  const [output, errors] = [text(child.stdout), text(child.stderr)]
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, mostKBBelow(child.pid ?? 0))
  }, 200)
  const [code] = await once(child, 'close')
  clearInterval(watch)
  if (code !== 0) throw new Error(`steppe ${args.join(' ')} failed:\n${await errors}`)
  const seconds = Math.round((performance.now() - began) / 100) / 10
  return { output: await output, seconds, mostMB: Math.round(most / 1024) }
}

/** The most memory (KB) that any Node process which `pid` started has taken. */
function mostKBBelow(pid: number): number {
  try {
    return Math.max(
      0,
      ...readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((name) => statusOf(name))
        .filter((status) => status.includes(`PPid:\t${pid}\n`))
        .map((status) => Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0)),
    )
  } catch {
    return 0
  }
}

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

type Writer = {
  readonly email: string
  readonly acknowledged: () => number
  readonly reached: (count: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Somebody who answers a few times a second. */
async function startWriter(app: RunningApp): Promise<Writer> {
  const email = LEARNER
  const client = await signIn(app.url, email, PASSWORD)
  let acknowledged = 0
  let going = true
  const work = (async () => {
    while (going) {
      await answer(client)
      acknowledged += 1
      await wait(50)
    }
  })()
  return {
    email,
    acknowledged: () => acknowledged,
    reached: (count) =>
      Promise.race([
        work,
        (async () => {
          while (acknowledged < count) await wait(50)
        })(),
      ]),
    stop: async () => {
      going = false
      await work
    },
  }
}

const LEARNER = 'amina.castell@demo.example'

async function answersOnce(app: RunningApp): Promise<number> {
  await answer(await signIn(app.url, LEARNER, PASSWORD))
  return 1
}

/** Marks what the drill itself sends. */
const DURATION_MS = 4321

async function answer(client: HttpClient): Promise<void> {
  const events = [gradedEvent({ durationMs: DURATION_MS })]
  const response = await client.post('/api/reviews', { events })
  const body = await response.text()
  if (!body.includes('"accepted"')) throw new Error(`An answer was not taken: ${body}`)
}

const answersOf = (url: string, email: string): Promise<number> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from "ReviewEvent" e join "User" u on u.id = e."userId"
       where u.email = $1 and e."durationMs" = $2`,
      [email, DURATION_MS],
    )
    return rows[0]?.n ?? 0
  })
