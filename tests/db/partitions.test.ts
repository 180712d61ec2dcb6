import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '@/lib/db/connection/migrate'
import { schemaDifference } from '../../bin/support/schema-difference.mjs'
import { blankDatabase, type TestDatabase } from '../support/database'
import { fillAsReleased, MIGRATIONS } from '../support/release-database'
import { withClient } from '../support/with-client'

const MIGRATION = '20261129143000_partition_by_person'
const TABLES = ['Card', 'ReviewEvent', 'StudyDay']
const PEOPLE = 200

/** People enough that each partition gets some, with columns set and columns left empty. */
const ROWS = `
  create temp table people as select i, md5('person ' || i)::uuid as id from generate_series(1, ${PEOPLE}) i;
  insert into "Card" ("userId", "questionId", phase, stability, reps, lapses, "dueDay", "lastEventAt", version)
    select id, 'question-' || q, 'review', 1.0 / q, q, 0, 20000 + q, to_timestamp(q), 1
    from people, generate_series(1, 7) q;
  insert into "ReviewEvent" ("userId", id, "questionId", kind, at, day, "receivedAt", rating, resulting, answer)
    select id, md5(i || ' ' || e)::uuid, 'question-' || e % 7, 'grade', to_timestamp(e), e, now(), 3,
      jsonb_build_object('event', e), case when e % 2 = 0 then '{"kind": "flash"}'::jsonb end
    from people, generate_series(1, 20) e;
  insert into "StudyDay" ("userId", day, reviews) select id, d, i from people, generate_series(1, 5) d;`

let database: TestDatabase
beforeAll(async () => {
  database = await blankDatabase()
})
afterAll(() => database.drop())

describe('an installation from before the partitions', () => {
  test('keeps every row as it was, and has some in each partition', async () => {
    const migrations = readdirSync(MIGRATIONS).filter((name) => name < MIGRATION)
    await fillAsReleased(
      database.url,
      { name: '', commit: '', takenAt: '2026-11-29', migrations },
      [],
    )
    await run(ROWS)
    const before = await digests()

    const applied = await migrate({ url: database.url, directory: MIGRATIONS, now: new Date() })

    expect(applied).toContain(MIGRATION)
    expect(await digests()).toEqual(before)
    const parts = await rowsPerPartition()
    expect(parts.map(({ n }) => n).filter((n) => n === 0)).toEqual([])
    expect(new Set(parts.map(({ whole }) => whole))).toEqual(new Set(TABLES))
  })

  test('has its own tables no longer, and figures for the planner about the new ones', async () => {
    expect(await run(`select relname from pg_class where relname like '%whole%'`)).toEqual([])
    const known = await run(
      `select distinct tablename from pg_stats where inherited and tablename = any($1) order by 1`,
      [TABLES],
    )
    expect(known).toEqual(TABLES.map((tablename) => ({ tablename })))
  })

  test('has the tables, keys and indexes that schema.prisma describes', async () => {
    expect(await schemaDifference(database.url)).toBe('')
  })
})

/** The number of rows of each table, and a figure that changes with any value in it. */
const digests = () =>
  Promise.all(
    TABLES.map((table) =>
      run(`select count(*), sum(hashtextextended(to_jsonb(t)::text, 0)) from "${table}" t`),
    ),
  )

async function rowsPerPartition(): Promise<{ whole: string; n: number }[]> {
  const parts = await run(
    `select inhparent::regclass::text as whole, inhrelid::regclass::text as part from pg_inherits
     join pg_class on pg_class.oid = inhrelid where relkind = 'r'`,
  )
  return Promise.all(
    parts.map(async ({ whole, part }) => {
      const [row] = await run(`select count(*)::int as n from ${part}`)
      return { whole: `${whole}`.replaceAll('"', ''), n: Number(row?.n) }
    }),
  )
}

const run = (sql: string, values?: unknown[]): Promise<Record<string, unknown>[]> =>
  withClient(database.url, async (client) => (await client.query(sql, values)).rows)
