import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/lib/db/connection/client'
import { endTurn, takeTurn } from '@/lib/db/operate/job-turns'
import { checkParts } from '@/lib/server/operate/check-parts'
import { MINUTE, NOON, openScene } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
afterEach(async () => {
  await database().jobTurn.deleteMany()
  delete process.env.STEPPE_DATA_DIR
})

const check = (now = NOON) => checkParts({ timeoutMs: 3000, now })

/** As a process does it, whichever. */
async function job(name: string, now: number, ended: 'well' | 'badly') {
  await takeTurn(name, now)
  await endTurn(name, now, ended)
}

test('a process is ready when database, course and disk are well, and each says so', async () => {
  const { status, parts } = await check()
  expect(status).toBe('ready')
  expect(parts.catalogue).toEqual({ ok: true, detail: 'version 1' })
  expect(parts.disk.detail).toMatch(/^\d+ MB free$/)
})

test('a job that never succeeded is told, and nobody is kept from learning by it', async () => {
  await job('forecasts', NOON, 'badly')
  expect(await check()).toMatchObject({
    status: 'ready',
    parts: { jobs: { ok: false, detail: 'never succeeded: forecasts' } },
  })
  const later = NOON + 5 * MINUTE
  await job('forecasts', later, 'well')
  expect((await check(later)).parts.jobs).toEqual({
    ok: true,
    detail: `all succeeded since ${new Date(later).toISOString()}`,
  })
})

test('a job that fails after it had succeeded, and jobs that nobody begins, are told', async () => {
  await job('forecasts', NOON, 'well')
  await job('forecasts', NOON + 5 * MINUTE, 'badly')
  await job('backup', NOON + 5 * MINUTE, 'well')
  expect((await check(NOON + 6 * MINUTE)).parts.jobs).toEqual({
    ok: false,
    detail: 'failed the last time: forecasts',
  })
  await job('forecasts', NOON + 10 * MINUTE, 'well')
  const asked = NOON + 10 * MINUTE + 61 * MINUTE
  expect((await check(asked)).parts.jobs).toEqual({
    ok: false,
    detail: `no process has begun one since ${new Date(NOON + 10 * MINUTE).toISOString()}`,
  })
})

test('a data directory that is gone makes the process unready', async () => {
  process.env.STEPPE_DATA_DIR = '/nowhere/at/all'
  const { status, parts } = await check()
  expect([status, parts.disk.ok, parts.database.ok]).toEqual(['not_ready', false, true])
})

test('a database that does not answer is named, and the course is then unknown', async () => {
  const url = process.env.DATABASE_URL
  await closeDatabase()
  process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none'
  try {
    expect(await check()).toMatchObject({
      status: 'not_ready',
      parts: { database: { ok: false }, catalogue: { ok: false }, disk: { ok: true } },
    })
  } finally {
    await closeDatabase()
    if (url) process.env.DATABASE_URL = url
  }
})
