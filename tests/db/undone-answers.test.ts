import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerCounts } from '@/lib/db/cohort/answer-counts'
import { cohortGround } from '@/lib/db/cohort/cohort-ground'
import { answersOf } from '@/lib/db/cohort/item-answers'
import { database } from '@/lib/db/connection/client'
import { readOne } from '@/lib/db/connection/read-together'
import {
  answersByConfidence,
  answersByPrediction,
  gradesByHour,
} from '@/lib/db/study/answer-figures'
import { flagsOf } from '@/lib/db/study/flags'
import { recentPace } from '@/lib/db/study/review-log'
import { undoneOf } from '@/lib/db/study/undone'
import { asStudyDay } from '@/lib/kernel/study-day'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import {
  DAY,
  grade,
  instructing,
  MINUTE,
  NOON,
  openScene,
  QUESTION,
  send,
  somebody,
  undo,
} from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** Two answers that stand, ten days apart, and between them a slow slip that was undone. */
async function slippedOnce() {
  const userId = await somebody()
  const slip = grade(1, NOON + 9 * DAY, { durationMs: 45_000, confidence: 95 })
  const stated = { durationMs: 4000, confidence: 50 }
  await send(userId, NOON, grade(4, NOON, stated))
  await send(userId, NOON + 9 * DAY, slip, undo(slip.id, NOON + 9 * DAY + MINUTE))
  await send(userId, NOON + 10 * DAY, grade(3, NOON + 10 * DAY, stated))
  return { userId, slip }
}

describe('an answer that was undone', () => {
  test('is not among the answers by rating', async () => {
    const { userId } = await slippedOnce()
    const counts = await readOne(answerCounts(userId))
    expect(counts).toHaveLength(2)
    expect(counts).toContainEqual({ first: true, rating: 4, n: 1, seconds: 4 })
    expect(counts).toContainEqual({ first: false, rating: 3, n: 1, seconds: 4 })
  })

  test('leaves the first place among the answers to the one that stands', async () => {
    const userId = await somebody()
    const slip = grade(1, NOON)
    await send(userId, NOON, slip, undo(slip.id, NOON + MINUTE))
    await send(userId, NOON + DAY, grade(3, NOON + DAY))
    expect(await readOne(answerCounts(userId))).toEqual([
      { first: true, rating: 3, n: 1, seconds: 5 },
    ])
  })

  test('does not slow the pace of the latest answers, nor takes a place among them', async () => {
    const { userId } = await slippedOnce()
    expect(await readOne(recentPace(userId, 100))).toBe(4000)
    expect(await readOne(recentPace(userId, 2))).toBe(4000)
    const other = await somebody()
    const slip = grade(3, NOON)
    await send(other, NOON, slip, undo(slip.id, NOON + MINUTE))
    expect(await readOne(recentPace(other, 100))).toBeNull()
  })

  test('is in no calibration and in no hour of the day', async () => {
    const { userId } = await slippedOnce()
    expect(await answersByConfidence(userId)).toEqual([{ stated: 0.5, n: 2, right: 2 }])
    expect(await answersByPrediction(userId)).toMatchObject([{ n: 1, right: 1 }])
    const hours = await readOne(gradesByHour(userId, asStudyDay(0), 'Asia/Kathmandu'))
    expect(hours).toEqual([{ hour: 12, reviews: 2, tested: 1, passed: 1 }])
  })

  test('is not among the answers to a question, and is named to the exports', async () => {
    const { userId, slip } = await slippedOnce()
    const answers = await answersOf(QUESTION, [userId])
    expect(answers.map(({ rating }) => rating)).toEqual([4, 3])
    expect(await undoneOf(userId)).toEqual(new Set([slip.id]))
  })
})

test('a flag that was undone is neither listed nor counted', async () => {
  const userId = await somebody()
  const flag = { ...grade(3, NOON), kind: 'flag', comment: 'Which year?' }
  await send(userId, NOON, flag)
  expect(await flagsOf([userId])).toHaveLength(1)
  const instructor = await instructing(await somebody('instructor'))
  const cohortId = await createCohort(instructor, { name: 'Flags', now: NOON })
  const joinedAt = new Date(NOON)
  await database().membership.create({ data: { userId, cohortId, role: 'learner', joinedAt } })
  const counted = async () => (await cohortGround(cohortId, null))?.openFlags
  expect(await counted()).toEqual(new Map([[QUESTION, 1]]))
  await send(userId, NOON, undo(flag.id, NOON + MINUTE))
  expect(await flagsOf([userId])).toEqual([])
  expect(await counted()).toEqual(new Map())
})
