import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeDatabase, database, databasePool } from '@/lib/db/connection/client'
import { databaseTroubleIn } from '@/lib/kernel/database-unavailable'
import { checkReady } from '@/lib/server/operate/check-ready'
import { blankDatabase } from '../../support/database'
import { databaseDoor } from '../../support/database-door'

let door: Awaited<ReturnType<typeof databaseDoor>>
let drop: () => Promise<void>
beforeEach(async () => {
  const blank = await blankDatabase()
  drop = blank.drop
  door = await databaseDoor(blank.url)
  process.env.DATABASE_URL = door.url
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(async () => {
  await closeDatabase()
  delete process.env.DATABASE_URL
  await door.close()
  await drop()
  vi.restoreAllMocks()
})

const one = () => databasePool().query('select 1 as one')
const prismas = () => database().$queryRaw`select 1 as one`
const transaction = () => database().$transaction(async (tx) => tx.$queryRaw`select 1 as one`)
const WAYS = [one, prismas, transaction]
const troubleOf = (work: Promise<unknown>) => work.then(() => null, databaseTroubleIn)

test('whichever way a statement takes, a database that is gone is one typed error', async () => {
  for (const way of WAYS) await way()
  door.shut()
  for (const way of WAYS) expect(await troubleOf(way())).toBe('unreachable')
  expect(await checkReady({ timeoutMs: 3000 })).toEqual({
    status: 'not_ready',
    missing: 'database',
  })
})

test('the first statement after it is back works, on every way', async () => {
  for (const way of WAYS) await way()
  for (const way of WAYS) {
    door.shut()
    expect(await troubleOf(way())).toBe('unreachable')
    door.open()
    await way()
  }
})

test('a process whose first statement finds no database recovers too', async () => {
  door.shut()
  for (const way of WAYS) expect(await troubleOf(way())).toBe('unreachable')
  door.open()
  for (const way of WAYS) await way()
})

test('a transaction that is cut in the middle is told as such, and its connection is not used again', async () => {
  const cut = database().$transaction(async (tx) => {
    await tx.$queryRaw`select 1`
    door.shut()
    await tx.$queryRaw`select 1`
  })
  expect(await troubleOf(cut)).toBe('unreachable')
  door.open()
  for (const way of WAYS) await way()
})

test('the log has one line when it is gone and one when it is back', async () => {
  await one()
  door.shut()
  for (let i = 0; i < 5; i += 1) await troubleOf(one())
  door.open()
  for (let i = 0; i < 5; i += 1) await one()
  const lines = vi.mocked(console.error).mock.calls.map(([line]) => line)
  expect(lines).toEqual([
    expect.stringMatching(/^Steppe: The database does not answer \(.+\)\.$/),
    'Steppe: the database answers again.',
  ])
})
