import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runningPostmaster } from '../../../bin/support/postgres/postmaster.mjs'
import { openPostgres } from '../../../bin/support/postgres.mjs'
import { isRunning } from '../../../bin/support/process/process-identity.mjs'
import { startProgram, until } from '../../support/program'

const holder = fileURLToPath(new URL('../../support/hold-postgres.mjs', import.meta.url))
const isRoot = process.getuid?.() === 0
const nobody = 65534
let parent: string
let dataDir: string

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'steppe-supervisor-'))
  chmodSync(parent, 0o755)
  dataDir = join(parent, 'data')
})

afterEach(async () => {
  const left = postmaster(dataDir)
  if (left) process.kill(left, 'SIGQUIT')
  await until(() => !left || !isRunning(left))
  rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
})

test('makes the database once and keeps what is in it', async () => {
  const first = await open()
  expect(first).toMatchObject({ started: true, adopted: false })
  await query(first.url, 'create table kept (id int); insert into kept values (7)')
  await first.stop()
  expect(postmaster(dataDir)).toBeUndefined()

  const second = await open()
  expect(await query(second.url, 'select id from kept')).toEqual([{ id: 7 }])
  await second.stop()
})

test('text is UTF-8, data is checksummed, and the time zone is UTC', async () => {
  const postgres = await open()
  const [row] = await query(
    postgres.url,
    `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
       current_setting('TimeZone') as zone, upper('ä') as upper, current_user as user`,
  )
  expect(row).toEqual({
    encoding: 'UTF8',
    checksums: 'on',
    zone: 'UTC',
    upper: 'Ä',
    user: 'steppe',
  })
  await postgres.stop()
})

test('reads what it needs itself, not by a process that reads for others', async () => {
  const postgres = await open()
  const [row] = await query(postgres.url, `select current_setting('io_method') as method`)
  expect(row).toEqual({ method: 'sync' })
  await postgres.stop()
})

test('a second opener joins, and the last one out ends the server', async () => {
  const first = await open()
  const second = startProgram([process.execPath, holder, dataDir])
  const joined = JSON.parse(await second.line())
  expect(joined).toMatchObject({ started: false, adopted: false, url: first.url })

  await first.stop()
  expect(await query(joined.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.end()
  expect(postmaster(dataDir)).toBeUndefined()
})

test('two that open a new directory at once share one server', async () => {
  const both = [
    startProgram([process.execPath, holder, dataDir]),
    startProgram([process.execPath, holder, dataDir]),
  ]
  const said = (await Promise.all(both.map((program) => program.line()))).map((line) =>
    JSON.parse(line),
  )

  expect(said.map(({ started }) => started).sort()).toEqual([false, true])
  expect(said[0].url).toBe(said[1].url)
  await Promise.all(both.map((program) => program.end()))
  expect(postmaster(dataDir)).toBeUndefined()
})

test('a server left behind by a killed process is adopted, and then ended', async () => {
  const killed = startProgram([process.execPath, holder, dataDir])
  await killed.line()
  const left = postmaster(dataDir)
  await killed.kill('SIGKILL')
  expect(left && isRunning(left)).toBe(true)

  const postgres = await open()
  expect(postgres.started).toBe(false)
  expect(postmaster(dataDir)).toBe(left)
  await postgres.stop()
  expect(postmaster(dataDir)).toBeUndefined()
})

test('a killed initialisation leaves nothing that blocks', async () => {
  const killed = startProgram([process.execPath, holder, dataDir])
  await until(() => temporaries().length > 0)
  await killed.kill('SIGKILL')

  const postgres = await open()
  expect(postgres.started).toBe(true)
  await postgres.stop()
})

test('a postmaster.pid that names a living stranger does not block', async () => {
  const first = await open()
  await first.stop()
  writeFileSync(join(dataDir, 'postgres-18', 'postmaster.pid'), `${process.pid}\n${dataDir}\n`)

  const second = await open()
  expect(second.started).toBe(true)
  await second.stop()
})

test('the lock of a socket that names a living process of the same account does not block', async () => {
  const first = await open()
  await first.stop()
  const stranger = asPostgres('sleep', '600')
  try {
    const socket = join(dataDir, 'run', '.s.PGSQL.5432')
    const lines = [stranger.pid, join(dataDir, 'postgres-18'), 1, 5432, join(dataDir, 'run'), '']
    writeFileSync(`${socket}.lock`, lines.join('\n'))
    writeFileSync(socket, '')

    const second = await open()
    expect(second.started).toBe(true)
    await second.stop()
    expect(isRunning(stranger.pid ?? 0)).toBe(true)
  } finally {
    stranger.kill('SIGKILL')
  }
})

test('another Postgres that was given the id in postmaster.pid is neither waited for nor stopped', async () => {
  const first = await open()
  await first.stop()
  const stranger = asPostgres('bash', '-c', 'exec -a "postgres -D /elsewhere" sleep 600')
  try {
    writeFileSync(join(dataDir, 'postgres-18', 'postmaster.pid'), `${stranger.pid}\n${dataDir}\n`)
    const second = await open()
    expect(second.started).toBe(true)
    await second.stop()
    expect(isRunning(stranger.pid ?? 0)).toBe(true)
  } finally {
    stranger.kill('SIGKILL')
  }
})

test('starts again after both were killed while a backend was in the middle of a long statement', async () => {
  const killed = startProgram([process.execPath, holder, dataDir])
  const { url } = JSON.parse(await killed.line())
  await query(url, 'create table kept (id int); insert into kept values (7)')
  const busy = new Client({ connectionString: url })
  busy.on('error', () => {})
  await busy.connect()
  const endless = busy.query('select count(*) from generate_series(1, 9000000000)').catch(() => {})
  const asks = `select count(*)::int as n from pg_stat_activity where query like '%9000000000)' and state = 'active'`
  await expect.poll(async () => query(url, asks)).toEqual([{ n: 1 }])
  process.kill(postmaster(dataDir) ?? 0, 'SIGKILL')
  await killed.kill('SIGKILL')

  const postgres = await open()
  expect(postgres.started).toBe(true)
  expect(await query(postgres.url, 'select id from kept')).toEqual([{ id: 7 }])
  await postgres.stop()
  await endless
})

test('opens again by itself when Postgres is killed', async () => {
  const postgres = await open()
  const killed = postmaster(dataDir) ?? 0
  process.kill(killed, 'SIGKILL')
  await until(() => {
    const now = postmaster(dataDir)
    return now !== undefined && now !== killed
  })
  await postgres.stop()
  expect(postmaster(dataDir)).toBeUndefined()
})

test('a stop while Postgres is being opened again leaves no process behind', async () => {
  const postgres = await open()
  process.kill(postmaster(dataDir) ?? 0, 'SIGKILL')
  const lock = join(dataDir, 'postgres.lock')
  await until(() => existsSync(lock))
  await postgres.stop()
  await until(() => !existsSync(lock))
  expect(postmaster(dataDir)).toBeUndefined()
})

test('one process at a time may serve, and a killed one gives way', async () => {
  const first = startProgram([process.execPath, holder, dataDir, 'serve'])
  expect(JSON.parse(await first.line()).serving).toBe(true)
  const second = startProgram([process.execPath, holder, dataDir, 'serve'])
  expect(JSON.parse(await second.line()).serving).toBe(false)
  await second.end()
  await first.kill('SIGKILL')

  const third = startProgram([process.execPath, holder, dataDir, 'serve'])
  expect(JSON.parse(await third.line()).serving).toBe(true)
  await third.end()
})

test('a data directory with a long path still gets its socket', async () => {
  dataDir = join(parent, 'a-name-that-is-long-by-itself'.repeat(4), 'data')
  const postgres = await open()
  expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await postgres.stop()
})

test.each(['', '{"home":', '{"home":7}', 'null'])(
  'a damaged note of where the database is (%j) is reported and kept',
  async (text) => {
    mkdirSync(dataDir)
    const note = join(dataDir, 'postgres-location.json')
    writeFileSync(note, text)

    await expect(open()).rejects.toThrow(`${note} is damaged`)
    expect(readFileSync(note, 'utf8')).toBe(text)
    expect(readdirSync(dataDir)).toEqual(['postgres-location.json'])
  },
)

test('a start that fails says why, keeps the data and leaves no process', async () => {
  const first = await open()
  await first.stop()
  const settings = join(dataDir, 'postgres-18', 'postgresql.auto.conf')
  writeFileSync(settings, 'shared_buffers = nonsense\n')

  await expect(open()).rejects.toThrow(/did not start: [\s\S]*nonsense[\s\S]*left as it is/)
  expect(postmaster(dataDir)).toBeUndefined()
})

describe.runIf(isRoot)('as root', () => {
  test('runs Postgres as another user, in a directory that only root could enter', async () => {
    dataDir = mkdtempSync(join(parent, 'made-by-mktemp-'))
    const postgres = await open()
    const status = readFileSync(`/proc/${postmaster(dataDir)}/status`, 'utf8')
    expect(status).toMatch(new RegExp(`^Uid:\\s+${nobody}\\b`, 'm'))
    await postgres.stop()
  })

  test('below a closed directory the database lives elsewhere, and is found again', async () => {
    chmodSync(parent, 0o700)
    const first = await open()
    try {
      expect(first.home).toMatch(/^\/var\/lib\/steppe\//)
      await query(first.url, 'create table kept (id int)')
      await first.stop()
      const second = await open()
      expect(second.home).toBe(first.home)
      expect(await query(second.url, 'select * from kept')).toEqual([])
      await second.stop()
    } finally {
      rmSync(first.home, { recursive: true, force: true })
    }
  })

  test('serves data that an ordinary user made, as that user', async (context) => {
    if (!checkoutIsOpen()) context.skip()
    const program = asNobody()
    const made = JSON.parse(await program.line())
    await program.end()

    const postgres = await open()
    expect(postgres.url).toBe(made.url)
    await postgres.stop()
  })

  test('an ordinary user runs it below a home that is closed to others', async (context) => {
    if (!checkoutIsOpen()) context.skip()
    const program = asNobody()
    const made = JSON.parse(await program.line())
    expect(made).toMatchObject({ started: true, home: dataDir })
    await program.end()
    expect(postmaster(dataDir)).toBeUndefined()
  })
})

/** Another program that runs under the account of Postgres. */
function asPostgres(program: string, ...args: string[]): ChildProcess {
  return spawn(program, args, { ...(isRoot && { uid: nobody, gid: nobody }), cwd: '/' })
}

function open() {
  return openPostgres({ dataDir, durable: false })
}

function postmaster(directory: string): number | undefined {
  return runningPostmaster(join(directory, 'postgres-18'))
}

function temporaries(): string[] {
  try {
    return readdirSync(dataDir).filter((name) => name.startsWith('postgres-18.new-'))
  } catch {
    return []
  }
}

/** Runs the holder as an ordinary user, on data below that user's own closed home. */
function asNobody() {
  const home = join(parent, 'home')
  mkdirSync(home, { mode: 0o700 })
  chownSync(home, nobody, nobody)
  dataDir = join(home, 'data')
  return startProgram([process.execPath, holder, dataDir], { uid: nobody, gid: nobody, cwd: '/' })
}

/** A checkout below a closed directory cannot be used by anybody but root: nothing to test there. */
function checkoutIsOpen(): boolean {
  const probe = spawnSync(process.execPath, ['--check', holder], {
    uid: nobody,
    gid: nobody,
    cwd: '/',
  })
  return probe.status === 0
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
