import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { LEFT_OUT } from '@/lib/backup/contents'
import { writeSnapshot } from '@/lib/db/backup/write-snapshot'
import { closeDatabase, database } from '@/lib/db/connection/client'
import { insertSession } from '@/lib/db/people/sessions'
import { asSessionId, asUserId } from '@/lib/kernel/ids'
import { makeBackup } from '@/lib/server/backup/make-backup'
import { restoreBackup } from '@/lib/server/backup/restore-backup'
import { writeSealed } from '@/lib/server/backup/write-file'
import { checkRestored } from '@/lib/server/operate/check-restored'
import { recordReviews } from '@/lib/server/study/record-reviews'
import { startReview } from '@/lib/server/study/start-review'
import { wholeScope } from '@/lib/server/whole-scope'
import { blankDatabase, type TestDatabase, testDatabase } from '../support/database'
import { debianPostgres } from '../support/debian-postgres'
import { pgbouncer, pgbouncerMissing } from '../support/pgbouncer'
import { courseFolder } from '../support/real-course'
import { MIGRATIONS } from '../support/release-database'
import { makePast } from '../support/release-past'
import { as, DAY, grade, NOON, openScene, send, somebody } from '../support/scene'
import { withClient } from '../support/with-client'

const whole = wholeScope()
let scene: { close: () => Promise<void> }
let folder: string
let source: string
let file: string
beforeAll(async () => {
  scene = await openScene(courseFolder)
  source = `${process.env.DATABASE_URL}`
  await makePast({ days: 16, seed: 1, now: NOON })
  folder = mkdtempSync(join(tmpdir(), 'steppe-backup-'))
  file = join(folder, 'whole.sql.gz')
  await makeBackup(whole, { url: source, path: file, now: NOON })
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await scene.close()
})

const restore = (url: string, path = file, replace = false) =>
  restoreBackup(whole, { url, path, migrations: MIGRATIONS, replace, now: NOON + DAY })

/** Of every table, the number of rows and a digest of them, except of what has to differ. */
const digests = (url: string) =>
  withClient(url, async (client) => {
    await client.query(`set timezone to 'UTC'`)
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname::text as name from pg_class where relkind in ('r', 'p') and not relispartition
       and relnamespace = 'public'::regnamespace order by 1`,
    )
    const found: Record<string, unknown> = {}
    for (const { name } of tables) {
      if (name in LEFT_OUT) continue
      const row = name === 'CardsVersion' ? `to_jsonb(t) - 'version'` : 'to_jsonb(t)'
      const { rows } = await client.query(
        `select count(*)::int as n, md5(string_agg((${row})::text, ' ' order by (${row})::text)) as sum from "${name}" t`,
      )
      found[name] = rows[0]
    }
    return found
  })

describe('a backup', () => {
  let target: TestDatabase
  beforeAll(async () => {
    target = await blankDatabase()
  })
  afterEach(async () => {
    await closeDatabase()
    process.env.DATABASE_URL = source
    globalThis.steppeCourse = undefined
  })
  afterAll(() => target.drop())

  test('comes back into an empty database with every row, and people go on', async () => {
    const restored = await restore(target.url)
    expect(restored.rows).toBeGreaterThan(1000)
    expect(await digests(target.url)).toEqual(await digests(source))

    await closeDatabase()
    process.env.DATABASE_URL = target.url
    const report = await checkRestored(whole, restored, NOON + DAY)
    expect(report.differences).toEqual([])
    const recorded = await database().auditEvent.findMany({ where: { kind: 'backup_restored' } })
    expect(recorded).toMatchObject([{ actorId: null, detail: { sha256: restored.sha256 } }])
    expect(report.events).toBeGreaterThan(100)
    const learner = await database().user.findFirstOrThrow({ where: { role: 'learner' } })
    const scope = await as(asUserId(learner.id))
    const [card] = (await startReview(scope, { part: null, now: NOON + DAY })).cards
    const event = grade(3, NOON + DAY, { questionId: card?.question.id })
    const [outcome] = await recordReviews(scope, { events: [event], now: NOON + DAY })
    expect(outcome).toMatchObject({ status: 'accepted' })
  })

  test('has the tables, indexes and sequences of the migrations', async () => {
    const shape = (url: string) =>
      withClient(url, async (client) => {
        const { rows: indexes } = await client.query(
          `select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`,
        )
        const { rows: columns } = await client.query(
          `select table_name, column_name, data_type, column_default, is_nullable
           from information_schema.columns where table_schema = 'public' order by 1, 2`,
        )
        const { rows: enums } = await client.query(
          `select enumtypid::regtype::text as type, array_agg(enumlabel::text order by enumsortorder) as labels
           from pg_enum group by 1 order by 1`,
        )
        return { indexes, columns, enums }
      })
    expect(await shape(target.url)).toEqual(await shape(source))
    const next = await withClient(target.url, (client) =>
      client.query(
        `select nextval(pg_get_serial_sequence('"PublishedCourse"', 'version'))::int as n`,
      ),
    )
    expect(next.rows).toEqual([{ n: 2 }])
  })
})

describe('a backup of the included Postgres', () => {
  test('comes back on Postgres 15 through PgBouncer, and from there again', async (context) => {
    const missing = await pgbouncerMissing()
    const postgres = missing === null ? await debianPostgres() : null
    if (!postgres) return context.skip(missing ?? 'There is no Postgres 15.')
    const pooler = await pgbouncer(postgres.url, ['pool_mode = transaction'])
    const target = await blankDatabase()
    try {
      const path = join(folder, 'here.gz')
      const back = join(folder, 'back.gz')
      await makeBackup(whole, { url: source, path, now: NOON })
      await restore(pooler.url, path)
      expect(await digests(postgres.url)).toEqual(await digests(source))
      await makeBackup(whole, { url: pooler.url, path: back, now: NOON })
      await restore(target.url, back)
      expect(await digests(target.url)).toEqual(await digests(source))
    } finally {
      await target.drop()
      await pooler.stop()
      postgres.stop()
    }
  })
})

describe('a restore that cannot be done', () => {
  let target: TestDatabase
  beforeAll(async () => {
    target = await testDatabase()
    await withClient(target.url, (client) =>
      client.query(`insert into "User" (id, email, name, role, zone, "createdAt")
        values (gen_random_uuid(), 'ada@example.org', 'Ada', 'admin', 'UTC', now())`),
    )
  })
  afterAll(() => target.drop())

  const people = () =>
    withClient(target.url, async (client) => {
      const { rows } = await client.query('select email from "User"')
      return rows
    })
  /** The bytes of the backup, changed and put into another file. */
  const altered = (name: string, change: (bytes: Buffer) => Buffer) => {
    const path = join(folder, name)
    writeFileSync(path, change(readFileSync(file)))
    return path
  }
  /** Another text under a seal that is right. */
  const resealed = async (name: string, change: (text: string) => string) => {
    const path = join(folder, name)
    const text = change(
      gunzipSync(readFileSync(file))
        .toString()
        .replace(/-- sha256 .*\n$/, ''),
    )
    await writeSealed(path, (write) => write(Buffer.from(text)))
    return path
  }

  test('leaves a database with people in it alone, and says how to go on', async () => {
    await expect(restore(target.url)).rejects.toThrow(
      /already has 1 accounts\. Nothing was changed\.\n.*--replace/s,
    )
    expect(await people()).toEqual([{ email: 'ada@example.org' }])
  })

  test('leaves a database with tables of another program alone, whatever it is told', async () => {
    await withClient(target.url, (client) => client.query('create table wages (n int)'))
    await expect(restore(target.url, file, true)).rejects.toThrow(/\(wages\)\. Nothing was changed/)
    await withClient(target.url, (client) => client.query('drop table wages'))
    expect(await people()).toHaveLength(1)
  })

  test.each([1, 40, 150, 5000])('refuses a file that lacks its last %i bytes', async (missing) => {
    const path = altered('cut.gz', (bytes) => bytes.subarray(0, bytes.length - missing))
    await expect(restore(target.url, path, true)).rejects.toThrow(
      /not complete.*Nothing was changed/s,
    )
    expect(await people()).toHaveLength(1)
  })

  test('refuses a file in which any byte is another one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, difference) => {
        const path = altered('damaged.gz', (bytes) => {
          const at = place % bytes.length
          bytes[at] = (bytes[at] ?? 0) ^ difference
          return bytes
        })
        await expect(restore(target.url, path, true)).rejects.toThrow(
          /(damaged|not complete).*Nothing was changed/s,
        )
      }),
      { numRuns: 60 },
    )
    expect(await people()).toHaveLength(1)
  })

  test('refuses a file that is none, is empty or is missing', async () => {
    for (const content of ['', 'hello', gzipSync('hello')]) {
      writeFileSync(join(folder, 'other'), content)
      await expect(restore(target.url, join(folder, 'other'), true)).rejects.toThrow(
        /no backup of Steppe/,
      )
    }
    await expect(restore(target.url, join(folder, 'none'), true)).rejects.toThrow(/cannot be read/)
  })

  test('refuses a file of a newer version, and names the version', async () => {
    const format = await resealed('newer-1.gz', (text) =>
      text.replace(/"format":1,"program":"[^"]*"/, '"format":2,"program":"9.1.0"'),
    )
    const level = await resealed('newer-2.gz', (text) =>
      text.replace('"migrations":[', '"migrations":[{"name":"2099_later","checksum":"1"},'),
    )
    for (const path of [format, level]) {
      await expect(restore(target.url, path, true)).rejects.toThrow(/newer version of Steppe/)
    }
    await expect(restore(target.url, format, true)).rejects.toThrow('9.1.0')
    expect(await people()).toHaveLength(1)
  })

  test.each([
    ['a table has one row less', (text: string) => text.replace(/(COPY "User" .*\n).*\n/, '$1')],
    ['a value is none of its column', (text: string) => text.replace(/\tlearner\t/, '\tqueen\t')],
    [
      'the text ends early',
      (text: string) => text.slice(0, text.indexOf('COPY "ReviewEvent"') + 900),
    ],
  ])('changes nothing when it finds on the way that %s', async (_, change) => {
    const path = await resealed('wrong.gz', change)
    await expect(restore(target.url, path, true)).rejects.toThrow(/Nothing was changed/)
    expect(await people()).toEqual([{ email: 'ada@example.org' }])
  })

  test('replaces everything when it is told to, but not the key of the installation', async () => {
    await withClient(target.url, (client) =>
      client.query(
        `insert into "Installation" (id, since, "secretHash") values (1, now(), 'kept')`,
      ),
    )
    await restore(target.url, file, true)
    expect(await people()).not.toContainEqual({ email: 'ada@example.org' })
    const { rows } = await withClient(target.url, (client) =>
      client.query('select "secretHash", "restoredFrom" from "Installation"'),
    )
    expect(rows).toEqual([{ secretHash: 'kept', restoredFrom: new Date(NOON).toISOString() }])
  })
})

describe('a backup that an older release made', () => {
  const OLD = fileURLToPath(
    new URL('../fixtures/backups/01-session-and-steering.sql.gz', import.meta.url),
  )
  let target: TestDatabase
  beforeAll(async () => {
    target = await blankDatabase()
    await restore(target.url, OLD)
    await closeDatabase()
    process.env.DATABASE_URL = target.url
  })
  afterAll(async () => {
    await closeDatabase()
    process.env.DATABASE_URL = source
    await target.drop()
  })

  test('comes back with all its answers, at the level of today, and its log agrees', async () => {
    const { rows } = await withClient(target.url, (client) =>
      client.query(
        'select count(*)::int as n from _prisma_migrations where finished_at is not null',
      ),
    )
    expect(rows).toEqual([{ n: readdirSync(MIGRATIONS).filter((n) => /^\d/.test(n)).length }])
    const report = await checkRestored(whole, { madeAt: NOON, sha256: '' }, NOON + DAY)
    expect(report).toMatchObject({ events: 1346, differences: [] })
  })

  test('has its people go on', async () => {
    const learner = await database().user.findFirstOrThrow({ where: { role: 'learner' } })
    const { rows } = await withClient(target.url, (client) =>
      client.query('select count(*)::int as n from "Card" where "userId" = $1', [learner.id]),
    )
    expect(rows[0]?.n).toBeGreaterThan(20)
    expect((await as(asUserId(learner.id))).user.email).toBe(learner.email)
  })
})

describe('a backup while people answer', () => {
  test('has what was there when it began, and nothing that came later', async () => {
    const learner = await somebody()
    await send(learner, NOON, grade(3, NOON))
    const before = await digests(source)
    const path = join(folder, 'meanwhile.gz')
    let pieces = 0
    await writeSealed(path, (write) =>
      writeSnapshot({
        url: source,
        program: '0',
        now: NOON,
        write: async (text) => {
          pieces += 1
          if (pieces === 2) {
            await send(learner, NOON, grade(3, NOON + 60_000))
            await somebody()
          }
          await write(text)
        },
      }),
    )
    expect(await digests(source)).not.toEqual(before)
    const target = await blankDatabase()
    try {
      await restore(target.url, path)
      expect(await digests(target.url)).toEqual(before)
    } finally {
      await target.drop()
    }
  })

  test('contains no sign-in session, and no link or count of tries', async () => {
    const userId = await somebody()
    const id = asSessionId(uuidv7())
    await insertSession({ id, userId, createdAt: NOON, expiresAt: NOON + DAY })
    const path = join(folder, 'sessions.gz')
    await makeBackup(whole, { url: source, path, now: NOON })
    const text = gunzipSync(readFileSync(path)).toString()
    expect(text).not.toContain(id)
    for (const table of Object.keys(LEFT_OUT)) expect(text).not.toContain(`COPY "${table}"`)
    expect(text).toContain('COPY "ReviewEvent"')
  })

  test('that cannot be written leaves the older file, and nothing half-made', async () => {
    const path = join(folder, 'older.gz')
    writeFileSync(path, 'older')
    await expect(
      writeSealed(path, async (write) => {
        for (let n = 0; n < 100; n += 1) await write(randomBytes(100_000))
        throw new Error('The database went away')
      }),
    ).rejects.toThrow('went away')
    expect(readFileSync(path, 'utf8')).toBe('older')
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
    await expect(
      makeBackup(whole, { url: source, path: join(folder, 'no', 'such.gz'), now: NOON }),
    ).rejects.toThrow(/was not made: .*The data was not touched/s)
  })
})
