import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { answersOf } from '@/lib/db/cohort/item-answers'
import { closeDatabase, database } from '@/lib/db/connection/client'
import { migrate } from '@/lib/db/connection/migrate'
import { closeReplica, replicaState } from '@/lib/db/connection/read-replica'
import type { CohortId, UserId } from '@/lib/kernel/ids'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { snoozeRisk } from '@/lib/server/cohort/snooze-risk'
import { publishCourse } from '@/lib/server/course/publish-course'
import { checkReady } from '@/lib/server/operate/check-ready'
import { wholeScope } from '@/lib/server/whole-scope'
import { databaseDoor } from '../support/database-door'
import { MIGRATIONS } from '../support/release-database'
import {
  changing,
  DAY,
  FIXTURE_COURSE,
  grade,
  instructing,
  NOON,
  QUESTION,
  running,
  send,
  somebody,
} from '../support/scene'
import { standbyOf } from '../support/standby'
import { temporaryPostgres } from '../support/temporary-postgres'
import { withClient } from '../support/with-client'

type Server = Awaited<ReturnType<typeof temporaryPostgres>>
let primary: Server
let standby: Server
let stranger: Server
let door: Awaited<ReturnType<typeof databaseDoor>>
let cohortId: CohortId
let instructor: UserId
let analyst: UserId
/** Time goes on only when a test says so, and is the clock by which a replica is checked. */
let clock = 1_000_000
let said: string[] = []

beforeAll(async () => {
  primary = await temporaryPostgres()
  process.env.DATABASE_URL = primary.url
  await migrate({ url: primary.url, directory: MIGRATIONS, now: new Date(NOON) })
  await publishCourse(wholeScope(), {
    folder: FIXTURE_COURSE,
    compiled: null,
    now: NOON - 100 * DAY,
  })
  instructor = await somebody('instructor')
  analyst = await somebody()
  cohortId = await createCohort(await instructing(instructor), {
    name: 'Far',
    now: NOON - 30 * DAY,
  })
  const joinedAt = new Date(NOON - 30 * DAY)
  await database().membership.create({
    data: { userId: analyst, cohortId, role: 'learner', joinedAt },
  })
  standby = await standbyOf(primary)
  stranger = await temporaryPostgres()
  door = await databaseDoor(standby.url)
}, 240_000)

afterAll(async () => {
  vi.restoreAllMocks()
  delete process.env.STEPPE_READ_DATABASE_URL
  await closeReplica()
  await closeDatabase()
  globalThis.steppeCourse = undefined
  delete process.env.DATABASE_URL
  await door.close()
  for (const server of [stranger, standby, primary]) await server.stop()
})

beforeEach(async () => {
  await closeReplica()
  process.env.STEPPE_READ_DATABASE_URL = door.url
  await caughtUp()
  clock += 60_000
  said = []
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void said.push(line))
})

const onStandby = (statement: string) =>
  withClient(standby.adminUrl.replace(/\/postgres\?/, '/steppe?'), async (client) => {
    const { rows } = await client.query<{ value: string }>(statement)
    return rows[0]?.value
  })

/** Until the standby has replayed all that the primary has written. */
async function caughtUp(): Promise<void> {
  await onStandby('select pg_wal_replay_resume()::text as value')
  const end = await withClient(primary.url, async (client) => {
    const { rows } = await client.query<{ end: string }>('select pg_current_wal_flush_lsn() as end')
    return rows[0]?.end
  })
  const follows = `select (pg_last_wal_replay_lsn() >= '${end}')::text as value`
  await vi.waitUntil(async () => (await onStandby(follows)) === 'true', { timeout: 30_000 })
}

/** Until the standby has stopped replaying: a request alone may let what is written next through. */
async function paused(): Promise<void> {
  await onStandby('select pg_wal_replay_pause()::text as value')
  const state = 'select pg_get_wal_replay_pause_state() as value'
  await vi.waitUntil(async () => (await onStandby(state)) === 'paused', { timeout: 30_000 })
}

/**
 * Until the replica is in use and has replayed all that its checks ask for. The primary writes on
 * its own too, so the first check may find it a moment behind.
 */
async function inUse(): Promise<void> {
  await vi.waitUntil(
    async () => {
      clock += 6000
      return (await replicaState()).kind === 'in-use'
    },
    { timeout: 30_000 },
  )
  await caughtUp()
  said = []
}

/** How many answers the page of the question is made from. */
const answersShown = async (): Promise<number> => (await answersOf(QUESTION, [analyst])).length

async function readinessShown() {
  const query = { now: NOON, on: null, reach: 'all', sort: 'name', page: 1 } as const
  const view = await loadReadiness(await running(instructor, cohortId), query)
  return { idle: view.rows[0]?.overall.idle ?? 0, snoozed: view.snoozed.length }
}

let answered = 0
async function answer(): Promise<void> {
  answered += 1
  await send(analyst, NOON, grade(3, NOON - DAY + answered * 60_000))
}

test('answers come from the replica; cards and what instructors write are never older than the primary', async () => {
  await inUse()
  const before = await answersShown()
  const { idle } = await readinessShown()
  await paused()
  await answer()
  await snoozeRisk(await changing(instructor, cohortId), {
    userId: analyst,
    days: 7,
    note: 'On leave',
    now: NOON,
  })
  expect(await answersShown()).toBe(before)
  expect((await readinessShown()).idle).not.toBe(idle)
  expect(
    (await database().riskSnooze.findMany({ where: { cohortId } })).map(({ note }) => note),
  ).toEqual(['On leave'])
  await caughtUp()
  expect(await answersShown()).toBe(before + 1)
  expect(said).toEqual([])
})

test('a replica that falls behind is left out, which one line says, until it has caught up', async () => {
  await inUse()
  const before = await answersShown()
  await paused()
  await answer()
  clock += 6000
  expect(await answersShown()).toBe(before)
  clock += 16_000
  expect(await answersShown()).toBe(before + 1)
  expect(await replicaState()).toEqual({ kind: 'left-out', reason: 'it is behind the primary' })
  expect(said).toHaveLength(1)
  await caughtUp()
  clock += 6000
  expect(await replicaState()).toEqual({ kind: 'in-use' })
  expect(said).toHaveLength(2)
})

test('while the replica cannot be reached, pages and readiness for traffic stand on the primary', async () => {
  await inUse()
  const before = await answersShown()
  door.shut()
  await answer()
  expect(await answersShown()).toBe(before + 1)
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/^Steppe: the replica .* is not read: it failed to answer/)
  const ready = await checkReady({ timeoutMs: 10_000 })
  expect(ready).toMatchObject({ status: 'ready', replica: { kind: 'left-out' } })
  clock += 6000
  expect(await replicaState()).toMatchObject({ kind: 'left-out' })
  door.open()
  await caughtUp()
  clock += 6000
  expect(await answersShown()).toBe(before + 1)
  expect(await checkReady({ timeoutMs: 10_000 })).toMatchObject({ replica: { kind: 'in-use' } })
  expect(said).toHaveLength(2)
  expect(said[1]).toBe("Steppe: instructors' pages are read from the replica again.")
})

test('a database that is no copy of this one is refused, and so is the primary itself', async () => {
  process.env.STEPPE_READ_DATABASE_URL = stranger.url
  expect(await replicaState()).toEqual({
    kind: 'left-out',
    reason: 'it is no copy of this database',
  })
  await closeReplica()
  process.env.STEPPE_READ_DATABASE_URL = primary.url
  expect(await replicaState()).toMatchObject({
    kind: 'left-out',
    reason: 'it is no standby, so it does not follow the primary',
  })
})
