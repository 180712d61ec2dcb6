import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { findUser } from '@/lib/db/people/users'
import { insertModel, ownModelsOf } from '@/lib/db/study/memory-models'
import type { QuestionId, UserId } from '@/lib/kernel/ids'
import { seededRandom } from '@/lib/kernel/seeded-random'
import type { Memory } from '@/lib/memory/card/state'
import type { MemoryModel } from '@/lib/memory/model/memory-model'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { nextMemory, recallAfter } from '@/lib/memory/schedule/algorithm'
import { requireCourse } from '@/lib/server/current-course'
import { checkLog } from '@/lib/server/operate/check-log'
import { forgetTraining, loadMemory, trainMemory } from '@/lib/server/settings/train-memory'
import { wholeScope } from '@/lib/server/whole-scope'
import { as, DAY, grade, NOON, openScene, send, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
let questions: readonly QuestionId[]
beforeAll(async () => {
  scene = await openScene()
  questions = (await requireCourse()).catalogue.questions.map(({ id }) => id)
})
afterAll(async () => {
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  await scene.close()
})

/** Somebody who forgets three times as fast as people do. */
const FORGETFUL: MemoryModel = {
  ...DEFAULT_MODEL,
  version: 'test-forgetful',
  weights: DEFAULT_MODEL.weights.map((weight, i) => (i < 4 ? weight / 3 : i === 8 ? 1.1 : weight)),
}

/** `rounds` reviews of every question, some days apart, answered by that memory. */
async function live(userId: UserId, memory: MemoryModel, rounds: number): Promise<void> {
  const random = seededRandom(7)
  const events: ReturnType<typeof grade>[] = []
  for (const [index, questionId] of questions.entries()) {
    let state: Memory | null = null
    let at = NOON - 85 * DAY + index * 60_000
    for (let round = 0; round < rounds; round += 1) {
      const gap = round === 0 ? 0 : 1 + Math.floor(random() * 3)
      at += gap * DAY
      if (at > NOON) break
      const recalls = state === null || random() < recallAfter(gap, state.stability, memory)
      const rating = recalls ? 3 : 1
      state = nextMemory(state, gap, rating, memory)
      events.push(grade(rating, at, { questionId }))
    }
  }
  for (let i = 0; i < events.length; i += 200) await send(userId, NOON, ...events.slice(i, i + 200))
}

test('weights of one’s own are adopted when they foretell held-out reviews better', async () => {
  const user = await somebody()
  await live(user, FORGETFUL, 42)
  const { result } = await trainMemory(await as(user), { now: NOON })
  expect(result?.outcome).toBe('adopted')
  expect(result?.after?.logLoss).toBeLessThan(result?.before?.logLoss ?? 0)
  expect(result?.after?.rmseBins).toBeLessThanOrEqual(result?.before?.rmseBins ?? 0)
  expect((await findUser(user))?.modelVersion).not.toBeNull()
  expect(await loadMemory(await as(user), { now: NOON })).toMatchObject({ own: true })

  await forgetTraining(await as(user), { now: NOON })
  expect((await findUser(user))?.modelVersion).toBe(DEFAULT_MODEL.version)
  expect((await loadMemory(await as(user), { now: NOON })).runs).toHaveLength(1)
})

test('with few reviews nothing is trained, and it is said how many are missing', async () => {
  const user = await somebody()
  await live(user, DEFAULT_MODEL, 3)
  await expect(trainMemory(await as(user), { now: NOON })).rejects.toThrow(/needs 400 .* missing/)
  expect((await loadMemory(await as(user), { now: NOON })).runs).toEqual([])
})

test('a second press while one runs is refused; one that died with its server is not in the way', async () => {
  const user = await somebody()
  const begun = (at: number) =>
    database().training.create({ data: { userId: user, id: uuidv7(), startedAt: new Date(at) } })
  await begun(NOON - 60_000)
  await expect(trainMemory(await as(user), { now: NOON })).rejects.toThrow('already running')
  await database().training.deleteMany({ where: { userId: user } })
  await begun(NOON - DAY)
  await expect(trainMemory(await as(user), { now: NOON })).rejects.toThrow(/needs 400/)
  expect((await loadMemory(await as(user), { now: NOON })).runs).toMatchObject([{ running: false }])
})

test('weights are stored to the last digit, since the version is a hash of them', async () => {
  const user = await somebody()
  const weights = DEFAULT_MODEL.weights.map((weight) => weight / 3)
  const model = { ...DEFAULT_MODEL, version: 'test-thirds', weights }
  await insertModel(user, model, NOON)
  await insertModel(user, model, NOON)
  expect(await ownModelsOf(user)).toEqual([model])
})
