import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgettingOf, forgettingPrior } from '@/lib/cohort/forgetting'
import { database } from '@/lib/db/connection/client'
import type { CohortId, QuestionId, UserId } from '@/lib/kernel/ids'
import { seededRandom } from '@/lib/kernel/seeded-random'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadLearner } from '@/lib/server/cohort/load-learner'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { requireCourse } from '@/lib/server/current-course'
import { studied } from '../support/history'
import { compileFolder, courseFolder } from '../support/real-course'
import { DAY, grade, instructing, NOON, openScene, running, send, somebody } from '../support/scene'

const ANALYSTS = 25

let scene: { close: () => Promise<void> }
let cohortId: CohortId
let instructor: UserId
const analysts: UserId[] = []
const questionsOf = new Map<string, QuestionId[]>()

beforeAll(async () => {
  scene = await openScene(courseFolder)
  const { questions } = await compileFolder()
  for (const { id, topic } of questions) {
    questionsOf.set(topic, [...(questionsOf.get(topic) ?? []), id])
  }
  instructor = await somebody('instructor')
  cohortId = await createCohort(await instructing(instructor), {
    name: 'Readiness',
    now: NOON - 80 * DAY,
  })
  const asked = [...questionsOf.values()].flatMap((ids) => ids.slice(0, 6))
  for (let i = 0; i < ANALYSTS; i += 1) {
    const userId = await somebody()
    analysts.push(userId)
    const joinedAt = new Date(NOON - 70 * DAY)
    await database().membership.create({ data: { userId, cohortId, role: 'learner', joinedAt } })
    await studied(userId, asked, { days: 14, seed: `analyst ${i}`, skill: 0.6 + (i % 5) / 12 })
  }
}, 240_000)
afterAll(() => scene.close())

/**
 * By hand, from the log alone: the last event of a card that stands says what state it left, and the
 * forgetting curve is written out (FSRS-6: (1 + factor * days / stability) ^ -w20, 0.9 at one stability),
 * raised to the power that this person's answers give among those of the cohort.
 */
async function directly(userId: UserId, questions: readonly QuestionId[], day: number) {
  const events = await database().reviewEvent.findMany({
    where: { userId, questionId: { in: [...questions] } },
    orderBy: [{ receivedAt: 'asc' }, { at: 'asc' }, { id: 'asc' }],
  })
  const last = new Map(events.map((event) => [event.questionId, event.resulting]))
  const decay = -(DEFAULT_MODEL.weights[20] ?? 0)
  const factor = 0.9 ** (1 / decay) - 1
  const power = await forgettingOfAnalyst(userId)
  let sum = 0
  for (const resulting of last.values()) {
    const { state } = resulting as { state: { stability?: number; lastReviewDay?: number } }
    if (state.stability === undefined || state.lastReviewDay === undefined) continue
    const recall =
      (1 + (factor * Math.max(0, day - state.lastReviewDay)) / state.stability) ** decay
    sum += recall ** power
  }
  return sum / questions.length
}

/** From the sums that the cards of the analysts keep. */
async function forgettingOfAnalyst(userId: UserId): Promise<number> {
  const sums = await database().card.groupBy({
    by: ['userId'],
    where: { userId: { in: analysts } },
    _sum: { tested: true, passed: true, predictedSum: true, varianceSum: true },
  })
  const evidence = sums.map(
    ({ userId: id, _sum: { tested, passed, predictedSum, varianceSum } }) => ({
      id,
      tested: tested ?? 0,
      passed: passed ?? 0,
      predictedSum: predictedSum ?? 0,
      varianceSum: varianceSum ?? 0,
    }),
  )
  const own = evidence.find(({ id }) => id === userId)
  return own ? forgettingOf(own, forgettingPrior(evidence)) : 1
}

const dayNumber = (date: string) => Date.parse(date) / DAY

describe('readiness without a review', () => {
  test('is what the log says, for 50 analysts, topics and dates drawn at random', async () => {
    const random = seededRandom('fifty')
    const pick = <T>(of: readonly T[]): T => {
      const found = of[Math.floor(random() * of.length)]
      if (found === undefined) throw new Error('Nothing to draw from')
      return found
    }
    let seen = 0
    for (let i = 0; i < 50; i += 1) {
      const userId = pick(analysts)
      const topic = pick([...questionsOf.keys()])
      const on = new Date(NOON + Math.floor(random() * 200) * DAY).toISOString().slice(0, 10)
      const view = await loadReadiness(await running(instructor, cohortId), {
        now: NOON,
        on,
        reach: 'all',
        sort: 'name',
        page: null,
      })
      const row = view.rows.find((each) => each.userId === userId)
      const place = view.topics.findIndex(({ id }) => id === topic)
      const direct = await directly(userId, questionsOf.get(topic) ?? [], dayNumber(on))
      expect(row?.topics[place]?.idle).toBeCloseTo(direct, 9)
      if (direct > 0) seen += 1
    }
    expect(seen).toBeGreaterThan(30)
  })

  test('is the same on the page of the analyst, question by question', async () => {
    const [userId] = analysts
    if (userId === undefined) throw new Error('No analyst')
    const [topic] = [...questionsOf.keys()]
    const view = await loadLearner(await running(instructor, cohortId), {
      userId,
      daysAhead: 30,
      topic: topic ?? null,
      reach: 'all',
      now: NOON,
    })
    const questions = view.topic?.questions ?? []
    const mean =
      questions.reduce((sum, { readiness }) => sum + readiness.idle, 0) / questions.length
    const cell = view.topics.find(({ id }) => id === topic)
    expect(mean).toBeCloseTo(cell?.readiness.idle ?? -1, 9)
    expect(mean).toBeCloseTo(
      await directly(userId, questionsOf.get(topic ?? '') ?? [], dayNumber(view.on)),
      9,
    )
  })

  test('is read anew after an answer, and after nothing else', async () => {
    const [, userId] = analysts
    if (userId === undefined) throw new Error('No analyst')
    const version = async () =>
      (await database().cardsVersion.findUnique({ where: { userId } }))?.version ?? 0
    const look = async () =>
      (
        await loadReadiness(await running(instructor, cohortId), {
          now: NOON,
          on: null,
          reach: 'all',
          sort: 'name',
          page: null,
        })
      ).rows.find((row) => row.userId === userId)?.overall.idle
    const before = await look()
    const at = await version()
    expect(await look()).toBe(before)
    expect(await version()).toBe(at)
    const unseen = (await requireCourse()).catalogue.questions.at(-1)
    await send(userId, NOON, grade(3, NOON - 1000, { questionId: unseen?.id }))
    expect(await version()).toBe(at + 1)
    expect(await look()).toBeGreaterThan(before ?? 1)
  })
})

test('a day that is none is refused, one in the past is today, one beyond a year is a year ahead', async () => {
  const input = { now: NOON, reach: 'all', sort: 'name', page: 1 } as const
  const scope = await running(instructor, cohortId)
  await expect(loadReadiness(scope, { ...input, on: 'soon' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
  expect((await loadReadiness(scope, { ...input, on: '2001-01-01' })).daysAhead).toBe(0)
  expect((await loadReadiness(scope, { ...input, on: '2040-01-01' })).daysAhead).toBe(365)
})
