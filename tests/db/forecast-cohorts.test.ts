import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '@/lib/db/connection/migrate'
import { schemaDifference } from '../../bin/support/schema-difference.mjs'
import { blankDatabase, type TestDatabase } from '../support/database'
import { fillAsReleased, MIGRATIONS } from '../support/release-database'
import { withClient } from '../support/with-client'

const MIGRATION = '20261130100000_forecast_cohorts'

/** Somebody in two cohorts, somebody whose only cohort is archived, and somebody who is in none. */
const ROWS = `
  insert into "User" (id, email, name, role, zone, "createdAt")
    select id('person ' || n), n || '@example.org', n, 'learner', 'UTC', now()
    from unnest(array['two', 'archived', 'none']) n;
  insert into "Cohort" (id, name, "createdAt", "createdById", "archivedAt") values
    (id('old'), 'old', '2026-01-01', id('i'), now()),
    (id('later'), 'later', '2026-03-01', id('i'), null),
    (id('first'), 'first', '2026-02-01', id('i'), null);
  insert into "Membership" ("userId", "cohortId", role, "joinedAt") values
    (id('person two'), id('old'), 'learner', now()), (id('person two'), id('later'), 'learner', now()),
    (id('person two'), id('first'), 'learner', now()), (id('person archived'), id('old'), 'learner', now()),
    (id('person none'), id('first'), 'instructor', now());
  insert into "ForecastSnapshot" ("userId", day, "horizonDays", "courseVersion", idle, planned)
    select id('person ' || n), 20000, h, 1, 'a', 'b'
    from unnest(array['two', 'archived', 'none']) n, unnest(array[7, 28]) h;
  insert into "ForecastScore" ("userId", day, "horizonDays", branch, bin, tested, recalled, "forecastSum", "squaredSum")
    select id('person ' || n), 20000, 7, b, 9, 3, 2, 2.7, 0.8
    from unnest(array['two', 'archived', 'none']) n, unnest(array['idle', 'planned']) b;`
const IDS = `create function id(name text) returns uuid language sql as 'select md5(name)::uuid';`

let database: TestDatabase
beforeAll(async () => {
  database = await blankDatabase()
})
afterAll(() => database.drop())

test('forecasts of before the migration stay, in the first running cohort of their person', async () => {
  const migrations = readdirSync(MIGRATIONS).filter((name) => name < MIGRATION)
  const release = { name: '', commit: '', takenAt: '2026-11-30', migrations }
  await fillAsReleased(database.url, release, [])
  await run(IDS)
  await run(ROWS)
  const applied = await migrate({ url: database.url, directory: MIGRATIONS, now: new Date() })
  expect(applied).toContain(MIGRATION)
  for (const table of ['ForecastSnapshot', 'ForecastScore']) {
    const rows = await run(`
      select u.name as of, c.name as cohort, count(*)::int as n, sum(f."horizonDays")::int as days
      from "${table}" f join "User" u on u.id = f."userId" left join "Cohort" c on c.id = f."cohortId"
      group by 1, 2 order by 1`)
    const days = table === 'ForecastSnapshot' ? 35 : 14
    expect(rows).toEqual([
      { of: 'archived', cohort: 'old', n: 2, days },
      { of: 'none', cohort: null, n: 2, days },
      { of: 'two', cohort: 'first', n: 2, days },
    ])
  }
  await run('drop function id')
  expect(await schemaDifference(database.url)).toBe('')
})

const run = (sql: string): Promise<readonly object[]> =>
  withClient(database.url, async (client) => (await client.query(sql)).rows)
