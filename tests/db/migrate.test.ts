import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '@/lib/db/connection/migrate'
import { blankDatabase, type TestDatabase } from '../support/database'

const now = new Date('2026-03-01T08:00:00Z')
let database: TestDatabase
let directory: string

beforeEach(async () => {
  database = await blankDatabase()
  directory = mkdtempSync(join(tmpdir(), 'steppe-migrations-'))
})

afterEach(async () => {
  await database.drop()
  rmSync(directory, { recursive: true })
})

test('applies the files in the order of their names, and each once', async () => {
  file('2_second', 'insert into note values (2)')
  file('1_first', 'create table note (id int); insert into note values (1);')

  expect(await run()).toEqual(['1_first', '2_second'])
  expect(await run()).toEqual([])
  expect(await query('select id from note order by id')).toEqual([{ id: 1 }, { id: 2 }])
})

test('says before each file what it is about, on a database that was in use', async () => {
  const told: string[] = []
  const onFile = (name: string) => told.push(name)
  file('1_first', 'create table note (id int)')
  file('2_second', 'insert into note values (2)')
  await run({ onFile })
  expect(told, 'on an empty one').toEqual([])
  file('3_third', 'insert into note values (3)')
  file('4_fourth', 'insert into note values (4)')
  await run({ onFile })
  expect(told).toEqual(['3_third', '4_fourth'])
})

test('records what Prisma records', async () => {
  file('1_first', 'select 1')
  await run()

  const rows = await query(
    'select migration_name, checksum, started_at, finished_at, rolled_back_at, logs, applied_steps_count from _prisma_migrations',
  )
  expect(rows).toEqual([
    {
      migration_name: '1_first',
      checksum: '822ae07d4783158bc1912bb623e5107cc9002d519e1143a9c200ed6ee18b6d0f',
      started_at: now,
      finished_at: now,
      rolled_back_at: null,
      logs: null,
      applied_steps_count: 1,
    },
  ])
})

test('two runners at once apply each file once', async () => {
  file('1_first', 'create table note (id int); select pg_sleep(0.1);')
  file('2_second', 'insert into note values (1)')

  const applied = await Promise.all([run(), run(), run()])

  expect(applied.flat().sort()).toEqual(['1_first', '2_second'])
  expect(await query('select count(*)::int as n from note')).toEqual([{ n: 1 }])
})

test('a file that fails leaves nothing of itself, and later runs refuse', async () => {
  file('1_first', 'create table note (id int)')
  file('2_broken', 'insert into note values (1); create table other (id int); select nonsense;')
  file('3_third', 'insert into note values (3)')

  await expect(run()).rejects.toThrow(/2_broken failed: column "nonsense" does not exist/)
  await expect(run()).rejects.toThrow(/failed in an earlier run/)
  expect(await query('select * from note')).toEqual([])
  expect(await query("select to_regclass('other') as other")).toEqual([{ other: null }])
})

test('a mended file is applied after a failure', async () => {
  file('1_first', 'select nonsense')
  await expect(run()).rejects.toThrow(/failed/)
  file('1_first', 'create table note (id int)')

  expect(await run()).toEqual(['1_first'])
  expect(await run()).toEqual([])
})

test('a failure that was not the fault of the file is tried again when asked', async () => {
  file('1_first', "select 1 / count(*) from pg_roles where rolname = 'nobody_of_this_name'")
  await expect(run()).rejects.toThrow(/division by zero/)
  await expect(run()).rejects.toThrow(/earlier run/)
  await expect(run({ retryFailed: true })).rejects.toThrow(/division by zero/)
})

test('an interrupted run leaves nothing and refuses nothing', async () => {
  file('1_first', 'create table note (id int); select pg_terminate_backend(pg_backend_pid());')
  await expect(run()).rejects.toThrow(/interrupted/)
  file('1_first', 'create table note (id int)')

  expect(await run()).toEqual(['1_first'])
})

test('refuses when an applied file was changed, and changes nothing', async () => {
  file('1_first', 'create table note (id int)')
  await run()
  file('1_first', 'create table note (id bigint)')
  file('2_second', 'insert into note values (1)')

  await expect(run()).rejects.toThrow(/1_first was applied to this database with other contents/)
  expect(await query('select * from note')).toEqual([])
})

test('takes a file with the line ends of Windows for the same file', async () => {
  file('1_first', 'select 1;\nselect 2;\n')
  await run()
  file('1_first', 'select 1;\r\nselect 2;\r\n')

  expect(await run()).toEqual([])
})

test('refuses a database of a newer version', async () => {
  file('1_first', 'select 1')
  file('2_second', 'select 2')
  await run()
  rmSync(join(directory, '2_second'), { recursive: true })

  await expect(run()).rejects.toThrow(/newer version of Steppe: it has the migration 2_second/)
})

function file(name: string, sql: string): void {
  mkdirSync(join(directory, name), { recursive: true })
  writeFileSync(join(directory, name, 'migration.sql'), sql)
}

function run(
  options: { retryFailed?: boolean; onFile?: (name: string) => void } = {},
): Promise<readonly string[]> {
  return migrate({ url: database.url, directory, now, ...options })
}

async function query(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
