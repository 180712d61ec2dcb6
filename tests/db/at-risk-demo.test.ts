import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { personaAt } from '@/lib/demo/cast'
import { asCohortId, asUserId } from '@/lib/kernel/ids'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { runDemo } from '@/lib/server/demo/run-demo'
import { wholeScope } from '@/lib/server/whole-scope'
import { courseFolder } from '../support/real-course'
import { NOON, openScene, running } from '../support/scene'

const LEARNERS = 40
const DAYS = 60
const SEED = 4

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene(courseFolder)
  const plan = { learners: LEARNERS, days: DAYS, seed: SEED, now: NOON }
  await runDemo(wholeScope(), { ...plan, onLearner: () => {} })
}, 120_000)
afterAll(() => scene.close())

test('in a demo those who fell behind are flagged, and of those who keep up nobody', async () => {
  const cohort = await database().cohort.findFirstOrThrow()
  const scope = await running(asUserId(cohort.createdById), asCohortId(cohort.id))
  const view = await loadReadiness(scope, { now: NOON, on: null, sort: 'name', page: null })
  const flagged = new Set(view.atRisk.map(({ name }) => name))
  const of = (kind: string) =>
    Array.from({ length: LEARNERS }, (_, index) => personaAt(index, SEED, DAYS)).filter(
      ({ truth }) => truth.kind === kind,
    )
  const missed = of('fell behind').filter(({ name }) => !flagged.has(name))
  expect(of('fell behind').length).toBeGreaterThan(4)
  expect(missed.map(({ name }) => name)).toEqual([])
  expect(of('steady').length).toBeGreaterThan(15)
  expect(of('steady').filter(({ name }) => flagged.has(name))).toEqual([])
  for (const { reasons } of view.atRisk) {
    expect(reasons.every(({ words }) => /\d/.test(words) && words.endsWith('.'))).toBe(true)
  }
})
