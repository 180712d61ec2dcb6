import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeDatabase, database, databasePool } from '@/lib/db/connection/client'
import { endTurn, takeTurn } from '@/lib/db/operate/job-turns'
import { personVersion } from '@/lib/db/study/batch-ground'
import { replaceProjection } from '@/lib/db/study/replace-projection'
import { MINUTE_MS } from '@/lib/kernel/duration'
import { checkLog } from '@/lib/server/operate/check-log'
import { runJobsInTurn } from '@/lib/server/operate/daily-jobs'
import { prepareDatabase } from '@/lib/server/operate/prepare-database'
import { wholeScope } from '@/lib/server/whole-scope'
import { blankDatabase } from '../support/database'
import { pgbouncer, pgbouncerMissing } from '../support/pgbouncer'
import { MIGRATIONS } from '../support/release-database'
import { as, grade, NOON, openScene, send, somebody } from '../support/scene'

const COURSE = fileURLToPath(new URL('../fixtures/course', import.meta.url))
const SECRET = 'x'.repeat(48)
const ending: (() => Promise<void>)[] = []
afterEach(async () => {
  if (ending.length > 0) await closeDatabase()
  for (const end of ending.splice(0).reverse()) await end()
})

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

describe('of several processes, one does a job', () => {
  const taken = async (name: string, now: number, processes = 8) =>
    (await Promise.all(Array.from({ length: processes }, () => takeTurn(name, now)))).filter(
      Boolean,
    ).length

  test('that nobody did before', async () => {
    expect(await taken('first', NOON)).toBe(1)
  })

  test('again after a few minutes, and not before, also when it was quick', async () => {
    await takeTurn('again', NOON)
    await endTurn('again', NOON)
    expect(await taken('again', NOON + MINUTE_MS)).toBe(0)
    expect(await taken('again', NOON + 4 * MINUTE_MS)).toBe(1)
  })

  test('and nobody begins it anew while it goes on', async () => {
    await takeTurn('long', NOON)
    expect(await taken('long', NOON + 30 * MINUTE_MS)).toBe(0)
  })

  test('and another goes on after an hour if that one died', async () => {
    await takeTurn('died', NOON)
    const later = NOON + 60 * MINUTE_MS
    expect(await taken('died', later)).toBe(1)
    // The first one was only slow: what it ends is its own turn.
    await endTurn('died', NOON)
    expect(await taken('died', later + 5 * MINUTE_MS)).toBe(0)
  })

  test('and what has expired is deleted once when three want to', async () => {
    const query = vi.spyOn(databasePool(), 'query')
    const input = { now: NOON, mailer: null }
    await Promise.all([1, 2, 3].map(() => runJobsInTurn(wholeScope(), input)))
    const sent = query.mock.calls.map(([statement]) => JSON.stringify(statement))
    query.mockRestore()
    expect(sent.filter((text) => /DELETE FROM.*SentMessage/.test(text))).toHaveLength(1)
    expect(await database().jobTurn.count({ where: { running: true } })).toBeGreaterThan(0)
  })
})

test('a repair from a log that another process has added to since changes nothing', async () => {
  const id = await somebody()
  await send(id, NOON, grade(3, NOON))
  const before = await personVersion(id)
  await send(id, NOON + MINUTE_MS, grade(3, NOON + MINUTE_MS))
  const { clock } = (await as(id)).user
  expect(await replaceProjection({ id, clock }, before, new Map(), new Map())).toBe(false)
  expect(await database().card.count({ where: { userId: id } })).toBe(1)
  await database().card.deleteMany({ where: { userId: id } })
  expect(
    (await checkLog(wholeScope(), { repair: true, now: NOON })).differences.length,
  ).toBeGreaterThan(0)
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
})

describe('of several processes that start at once on a blank database', () => {
  test.each<[string, (url: string) => Promise<string>]>([
    ['on one Postgres', async (url) => url],
    ['through PgBouncer in transaction mode', pooled],
  ])('one changes the database and publishes the course, %s', async (_, way) => {
    const { url, drop } = await blankDatabase()
    ending.push(drop)
    await closeDatabase()
    const address = await way(url)
    process.env.DATABASE_URL = address
    const folders = { migrations: MIGRATIONS, course: COURSE }
    const prepared = await Promise.all(
      [1, 2, 3].map((i) =>
        prepareDatabase(wholeScope(), {
          url: address,
          ...folders,
          secret: SECRET,
          compiled: null,
          now: NOON + i,
        }),
      ),
    )
    const outcomes = prepared.map(({ published }) => published.outcome)
    expect(outcomes.sort()).toEqual(['published', 'unchanged', 'unchanged'])
    expect(prepared.filter(({ migrations }) => migrations.length > 0)).toHaveLength(1)
    expect(await database().publishedCourse.count()).toBe(1)
    expect(await database().auditEvent.count({ where: { kind: 'course_published' } })).toBe(1)
    expect(await database().invitation.count({ where: { revokedAt: null } })).toBe(1)
  })
})

async function pooled(url: string): Promise<string> {
  if ((await pgbouncerMissing()) !== null) return url
  const pooler = await pgbouncer(url, ['pool_mode = transaction', 'default_pool_size = 8'])
  ending.push(pooler.stop)
  return pooler.url
}
