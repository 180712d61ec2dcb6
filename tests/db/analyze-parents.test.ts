import { afterAll, beforeAll, expect, test } from 'vitest'
import { analyzeParents } from '@/lib/db/operate/analyze-parents'
import { DAY_MS } from '@/lib/kernel/duration'
import { openScene } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

test('the partitioned tables are counted once a day, all of them', async () => {
  const tables = ['Card', 'ReviewEvent', 'StudyDay']
  const now = Date.now()
  // Whatever was counted before now is more than a day old then.
  const later = now + 2 * DAY_MS
  expect(await analyzeParents(later)).toEqual(tables)
  expect(await analyzeParents(now)).toEqual([])
})
