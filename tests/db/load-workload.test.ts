import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadWorkload } from '@/lib/server/settings/load-workload'
import { as, DAY, grade, MINUTE, NOON, openScene, send, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => {
  await scene.close()
})

test('each retention has its row, the present one among them, and the same ones when asked again', async () => {
  const userId = await somebody()
  await send(userId, NOON, grade(3, NOON), grade(3, NOON + 10 * MINUTE))
  const view = await loadWorkload(await as(userId), { now: NOON + DAY })
  const retentions = view.rows.map((row) => row.desiredRetention)
  expect(retentions).toContain(view.present)
  expect(retentions).toEqual([...retentions].sort((a, b) => a - b))
  for (const row of view.rows) {
    expect(row.minutesPerDay).toBeGreaterThan(0)
    expect(row.known).toBeGreaterThan(0)
    expect(row.known).toBeLessThanOrEqual(row.begun)
  }
  expect(await loadWorkload(await as(userId), { now: NOON + DAY })).toEqual(view)
})

test('somebody who is slow pays more minutes for the same answers', async () => {
  const minutes = async (durationMs: number) => {
    const userId = await somebody()
    for (let i = 0; i < 30; i += 1) {
      const at = NOON + i * DAY
      await send(userId, at, grade(3, at, { durationMs }))
    }
    const { rows } = await loadWorkload(await as(userId), { now: NOON + 31 * DAY })
    return rows.map((row) => row.minutesPerDay / row.reviewsPerDay)
  }
  const quick = await minutes(2000)
  const slow = await minutes(40_000)
  for (const [i, each] of quick.entries()) expect(slow[i]).toBeGreaterThan(each)
})
