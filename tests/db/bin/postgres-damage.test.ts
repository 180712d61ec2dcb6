import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runningPostmaster } from '../../../bin/support/postgres/postmaster.mjs'
import { openPostgres } from '../../../bin/support/postgres.mjs'

// One database for all: each damage is undone, which also shows that a failed start changes nothing.
let parent: string
let cluster: string
const open = () => openPostgres({ dataDir: join(parent, 'data'), durable: false })

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'steppe-damage-'))
  chmodSync(parent, 0o755)
  const postgres = await open()
  cluster = join(postgres.home, 'postgres-18')
  await postgres.stop()
})
afterAll(() => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }))

/** The first segment of the write-ahead log: where the last checkpoint is. */
const walSegment = () => join('pg_wal', '000000010000000000000001')

test.each<[string, () => string, (bytes: Buffer) => Buffer, RegExp]>([
  ['an empty pg_control', () => 'global/pg_control', () => Buffer.alloc(0), /control file of the/],
  [
    'a changed pg_control',
    () => 'global/pg_control',
    (bytes) => Buffer.concat([Buffer.from('damage'), bytes.subarray(6)]),
    /control file of the/,
  ],
  [
    'a write-ahead log of zeros',
    walSegment,
    (bytes) => Buffer.alloc(bytes.length),
    /write-ahead log of the database/,
  ],
  ['an empty PG_VERSION', () => 'PG_VERSION', () => Buffer.alloc(0), /file PG_VERSION/],
  [
    'the PG_VERSION of another release',
    () => 'PG_VERSION',
    () => Buffer.from('15\n'),
    /made by another version of Postgres/,
  ],
])(
  '%s: the start says what happened, what is safe and what to do',
  async (_what, name, damaged, words) => {
    const file = join(cluster, name())
    const whole = readFileSync(file)
    const { mode } = statSync(file)
    writeFileSync(file, damaged(whole), { mode })
    try {
      const said = await open().then(
        () => 'it started',
        (error) => String(error.message),
      )
      expect(said).toMatch(words)
      expect(said).toMatch(/What is safe: .*What to do: first copy/s)
      expect(runningPostmaster(cluster)).toBeUndefined()
    } finally {
      writeFileSync(file, whole)
    }
  },
)

test('after the damage was undone, the same database starts', async () => {
  const postgres = await open()
  expect(postgres.started).toBe(true)
  await postgres.stop()
})
