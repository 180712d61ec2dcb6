import { afterEach, describe, expect, test } from 'vitest'
import { closeDatabase, database, databasePool } from '@/lib/db/connection/client'
import { countAttempt, secondsToWait } from '@/lib/db/connection/throttle'
import { answerFlag, flagsOf } from '@/lib/db/study/flags'
import { checkLog } from '@/lib/server/operate/check-log'
import { verifyConnection } from '@/lib/server/operate/verify-connection'
import { wholeScope } from '@/lib/server/whole-scope'
import { altered, alteredRole, withOptions } from '../../support/altered-database'
import { pgbouncer, pgbouncerMissing } from '../../support/pgbouncer'
import { DAY, grade, MINUTE, NOON, openScene, send, somebody } from '../../support/scene'

const ending: (() => Promise<void>)[] = []
afterEach(async () => {
  delete process.env.PGOPTIONS
  for (const end of ending.splice(0).reverse()) await end()
})

/** A scene whose database is reached at the address that `way` makes of its own. */
async function reached(way: (url: string) => Promise<string> | string): Promise<void> {
  const scene = await openScene()
  ending.push(scene.close)
  await closeDatabase()
  process.env.DATABASE_URL = await way(process.env.DATABASE_URL ?? '')
}

/** Writes and reads instants in every way the program does, and asks the database what it stored. */
async function expectTrueInstants(): Promise<void> {
  await verifyConnection()
  const direct = new Date(NOON - 90 * DAY + 123)
  const id = await somebody()
  const flag = grade(1, NOON, { kind: 'flag', comment: 'Is this so?', rating: undefined })
  await send(id, NOON, grade(3, NOON - 10 * MINUTE), grade(3, NOON), flag)
  await database().user.update({ where: { id }, data: { createdAt: direct } })

  const read = await database().user.findFirst({ where: { id, createdAt: direct } })
  expect(read?.createdAt).toEqual(direct)
  const between = { gte: new Date(NOON - 1), lte: new Date(NOON + 1) }
  expect(await database().reviewEvent.count({ where: { userId: id, at: between } })).toBe(2)
  const stored = await database().$queryRaw<{ user: number; event: number }[]>`
    SELECT (extract(epoch FROM "createdAt") * 1000)::float8 AS "user",
      (SELECT max(extract(epoch FROM "at") * 1000) FROM "ReviewEvent" WHERE "userId" = ${id}::uuid)::float8 AS "event"
    FROM "User" WHERE "id" = ${id}::uuid`
  expect(stored).toEqual([{ user: direct.getTime(), event: NOON }])

  const [raised] = await flagsOf([id])
  expect(raised?.raisedAt).toBe(NOON)
  await answerFlag({ userId: id, id: flag.id }, { solvedAt: NOON + 5 })
  expect((await flagsOf([id]))[0]?.solvedAt).toBe(NOON + 5)
  const [early] = await database().$transaction([
    database().user.findFirst({ where: { id }, select: { createdAt: true } }),
  ])
  expect(early?.createdAt).toEqual(direct)
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
}

describe('instants are stored and read as they are', () => {
  test.each<[string, (url: string) => Promise<string> | string]>([
    ['with a plain address', (url) => url],
    ['when the database sets another zone', (url) => altered(url, "timezone to 'Asia/Almaty'")],
    [
      'when the zone has an offset of minutes',
      (url) => altered(url, "timezone to 'Asia/Kathmandu'"),
    ],
    ['when the zone is behind UTC', (url) => altered(url, "timezone to 'America/New_York'")],
    ['when the role sets another zone', (url) => alteredRole(url, "timezone to 'Asia/Almaty'")],
    ['when the database writes dates in German', (url) => altered(url, "datestyle to 'German'")],
    [
      'when the role writes dates as day and month',
      (url) => alteredRole(url, "datestyle to 'SQL, DMY'"),
    ],
    [
      'when the address asks for another zone',
      (url) => withOptions(url, '-c timezone=Asia/Almaty'),
    ],
    [
      'when the address asks for another zone and another date style',
      (url) => withOptions(url, '-c TimeZone=Asia/Almaty -c DateStyle=Postgres,DMY'),
    ],
    [
      'when PGOPTIONS asks for another zone',
      (url) => {
        process.env.PGOPTIONS = '-c timezone=Asia/Almaty'
        return url
      },
    ],
  ])('%s', async (_, way) => {
    await reached(way)
    await expectTrueInstants()
  })
})

describe('when a pooler hands over a session that somebody changed', () => {
  const changed = async (setting: string) => {
    process.env.STEPPE_POOL_SIZE = '1'
    await reached((url) => url)
    await databasePool().query(`set ${setting}`)
  }
  afterEach(() => {
    delete process.env.STEPPE_POOL_SIZE
  })

  test.each(['Asia/Almaty', 'America/St_Johns', 'Asia/Kathmandu'])(
    'instants are right in %s',
    async (zone) => {
      await changed(`timezone to '${zone}'`)
      await expectTrueInstants()
      const rows = await databasePool().query<{ zone: string }>(
        `select current_setting('TimeZone') as zone`,
      )
      expect(rows.rows).toEqual([{ zone }])
    },
  )

  test('an instant that is not written as ISO is refused and never guessed', async () => {
    await changed(`datestyle to 'SQL, DMY'`)
    await expect(verifyConnection()).rejects.toThrow('datestyle')
    const id = await somebody()
    await databasePool().query(`set datestyle to 'Postgres, DMY'`)
    await expect(database().user.findFirst({ where: { id } })).rejects.toThrow('datestyle')
  })
})

describe('other options of the address stay in force', () => {
  const shown = (name: string) =>
    database().$queryRaw<{ value: string }[]>`SELECT current_setting(${name}) AS "value"`

  test('a limit for statements', async () => {
    await reached((url) => withOptions(url, '-c statement_timeout=54321'))
    expect(await shown('statement_timeout')).toEqual([{ value: '54321ms' }])
  })

  test('a limit in PGOPTIONS', async () => {
    process.env.PGOPTIONS = '-c statement_timeout=54321'
    await reached((url) => url)
    expect(await shown('statement_timeout')).toEqual([{ value: '54321ms' }])
  })
})

const missing = await pgbouncerMissing()
describe.skipIf(missing !== null)(`through PgBouncer${missing ? ` (${missing})` : ''}`, () => {
  const almaty = (url: string) => altered(url, "timezone to 'Asia/Almaty'")
  const through = async (url: string, lines: readonly string[]) => {
    const pooler = await pgbouncer(await almaty(url), lines)
    ending.push(pooler.stop)
    return pooler.url
  }

  test.each([
    ['session', []],
    ['session', ['ignore_startup_parameters = options']],
    ['session', ['ignore_startup_parameters = options, TimeZone, DateStyle']],
    ['transaction', []],
    ['transaction', ['ignore_startup_parameters = options']],
    ['transaction', ['ignore_startup_parameters = options', 'server_reset_query = DISCARD ALL']],
  ])('instants are right in %s mode with %j', async (mode, lines) => {
    await reached((url) => through(url, [`pool_mode = ${mode}`, ...lines]))
    await expectTrueInstants()
  })

  test('failed sign-ins are counted in transaction mode, also many at once', async () => {
    await reached((url) => through(url, ['pool_mode = transaction', 'default_pool_size = 3']))
    await Promise.all(Array.from({ length: 30 }, () => countAttempt('sign-in', 'somebody')))
    expect(await secondsToWait('sign-in', 'somebody')).toBeGreaterThan(0)
    await Promise.all(Array.from({ length: 30 }, () => secondsToWait('sign-in', 'somebody')))
  })

  test('answers of several people at once are all recorded where names of statements do not hold', async () => {
    await reached((url) => through(url, ['pool_mode = transaction', 'default_pool_size = 3']))
    const people = await Promise.all(Array.from({ length: 6 }, () => somebody()))
    const sent = people.flatMap((id) =>
      Array.from({ length: 8 }, (_, i) => send(id, NOON + DAY, grade(3, NOON + i * MINUTE))),
    )
    const outcomes = (await Promise.all(sent)).flat()
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['accepted']))
    expect(await database().reviewEvent.count({ where: { userId: { in: people } } })).toBe(48)
    expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  })
})
