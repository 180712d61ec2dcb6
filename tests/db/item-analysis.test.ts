import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ItemRow } from '@/lib/cohort/view/item-rows'
import type { Question } from '@/lib/course/types'
import { database } from '@/lib/db/connection/client'
import type { CohortId, QuestionId, UserId } from '@/lib/kernel/ids'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadItem } from '@/lib/server/cohort/load-item'
import { loadItemAnalysis } from '@/lib/server/cohort/load-item-analysis'
import { studied } from '../support/history'
import { compileFolder, courseFolder } from '../support/real-course'
import { DAY, grade, instructing, NOON, openScene, running, send, somebody } from '../support/scene'

const ANALYSTS = 16

let scene: { close: () => Promise<void> }
let cohortId: CohortId
let instructor: UserId
let asked: QuestionId[]
let choice: Extract<Question, { kind: 'choice' }>
let choiceUnasked: Extract<Question, { kind: 'choice' }>
const analysts: UserId[] = []

beforeAll(async () => {
  scene = await openScene(courseFolder)
  const { questions } = await compileFolder()
  const choices = questions.filter((question) => question.kind === 'choice')
  const [first, second] = choices
  if (!first || !second) throw new Error('The course asks no choice')
  choice = first
  choiceUnasked = second
  asked = questions
    .filter(({ id }) => id !== choice.id && id !== choiceUnasked.id)
    .slice(0, 24)
    .map(({ id }) => id)
  instructor = await somebody('instructor')
  cohortId = await createCohort(await instructing(instructor), {
    name: 'Items',
    now: NOON - 80 * DAY,
  })
  for (let i = 0; i < ANALYSTS; i += 1) {
    const userId = await somebody()
    analysts.push(userId)
    const joinedAt = new Date(NOON - 70 * DAY)
    await database().membership.create({ data: { userId, cohortId, role: 'learner', joinedAt } })
    await studied(userId, asked, { days: 16, seed: `item ${i}`, skill: 0.45 + i / 30 })
  }
}, 240_000)
afterAll(() => scene.close())

const analysis = async (): Promise<ReadonlyMap<string, ItemRow>> => {
  const view = await loadItemAnalysis(await running(instructor, cohortId), {
    now: NOON,
    module: null,
    sort: 'course',
    page: null,
  })
  return new Map(view.rows.map((row) => [row.id, row]))
}

type Logged = {
  userId: string
  questionId: string
  passed: boolean
  ms: number
  p: number | null
  first: boolean
  tests: boolean
}

/**
 * The log read by SQL alone: what was taken back left out, the first grade of each person and
 * question, and the grades that tested a card, told by the state that the event before left.
 */
const logged = async (): Promise<Logged[]> =>
  database().$queryRaw<Logged[]>`
    WITH standing AS (
      SELECT e.* FROM "ReviewEvent" e
      WHERE e."kind" <> 'undo' AND NOT EXISTS (
        SELECT 1 FROM "ReviewEvent" u WHERE u."userId" = e."userId" AND u."undoes" = e."id")
    ), grades AS (
      SELECT s.*, (SELECT b."resulting" FROM standing b
        WHERE b."userId" = s."userId" AND b."questionId" = s."questionId" AND b."at" < s."at"
        ORDER BY b."at" DESC LIMIT 1) AS before
      FROM standing s WHERE s."kind" = 'grade'
    )
    SELECT "userId", "questionId", "rating" >= 2 AS passed, "durationMs" AS ms,
      "predictedRecall" AS p,
      row_number() OVER (PARTITION BY "userId", "questionId" ORDER BY "at") = 1 AS first,
      coalesce(before->'state'->>'phase' = 'review'
        AND (before->'state'->>'lastReviewDay')::int < "day", false) AS tests
    FROM grades`

describe('item analysis', () => {
  test('agrees with a reckoning from the log by other means', async () => {
    const [rows, log] = await Promise.all([analysis(), logged()])
    const firsts = log.filter(({ first }) => first)
    let discriminating = 0
    for (const id of asked) {
      const row = rows.get(id)
      const first = firsts.filter(({ questionId }) => questionId === id)
      const tests = log.filter(({ questionId, tests }) => questionId === id && tests)
      expect(row).toMatchObject({ seen: first.length, tested: tests.length })
      expect(row?.medianMs).toBeCloseTo(medianOf(first.map(({ ms }) => ms)), 6)
      if (first.length >= 10) {
        expect(row?.firstTry).toBeCloseTo(share(first.map(({ passed }) => passed)), 9)
        const rest = first.map(({ userId }) =>
          share(
            firsts.filter((f) => f.userId === userId && f.questionId !== id).map((f) => f.passed),
          ),
        )
        const r = pearson(
          first.map(({ passed }) => Number(passed)),
          rest,
        )
        if (r === null) expect(row?.discrimination).toBeNull()
        else {
          expect(row?.discrimination?.mean).toBeCloseTo(r, 6)
          discriminating += 1
        }
      } else expect(row?.firstTry).toBeNull()
      if (tests.length >= 10) {
        const differences = tests.map(({ passed, p }) => Number(passed) - (p ?? 0))
        const variance = tests.reduce((sum, { p }) => sum + (p ?? 0) * (1 - (p ?? 0)), 0)
        const mean = differences.reduce((sum, d) => sum + d, 0) / tests.length
        const half = (1.959964 * Math.sqrt(variance)) / tests.length
        expect(row?.surprise?.mean).toBeCloseTo(mean, 6)
        expect(row?.surprise?.low).toBeCloseTo(mean - half, 4)
        expect(row?.surprise?.high).toBeCloseTo(mean + half, 4)
      } else expect(row?.surprise).toBeNull()
    }
    expect(discriminating).toBeGreaterThan(10)
  })

  test('says who answered what, each option counted, those that nobody took with nought', async () => {
    const [wrong] = choice.distractors
    const [one, two, three] = analysts
    if (!one || !two || !three || wrong === undefined) throw new Error('Too few of something')
    const given = (option: string, rating: 1 | 3, at: number) =>
      grade(rating, at, { questionId: choice.id, answer: { kind: 'choice', option } })
    await send(one, NOON, given(choice.answer, 3, NOON - 5000))
    await send(two, NOON, given(wrong, 1, NOON - 4000), given(choice.answer, 3, NOON - 1000))
    await send(three, NOON, given(wrong, 1, NOON - 3000))
    const view = await loadItem(await running(instructor, cohortId), {
      questionId: choice.id,
      now: NOON,
    })
    expect(view.row).toMatchObject({ seen: 3, firstTry: null })
    const tallied = new Map(view.answers.map((each) => [each.text, each]))
    expect(tallied.get(wrong)).toMatchObject({ right: false, first: 2, times: 2, by: [two, three] })
    expect(tallied.get(choice.answer)).toMatchObject({ right: true, first: 1, times: 2 })
    expect(view.answers).toHaveLength(1 + choice.distractors.length)
    expect(view.answers.filter(({ times }) => times === 0)).toHaveLength(
      choice.distractors.length - 1,
    )
    expect(view.wrong.map(({ userId, answers }) => [userId, answers])).toEqual([
      [three, [wrong]],
      [two, [wrong]],
    ])
  })

  test('knows nothing of a question nobody met', async () => {
    const row = (await analysis()).get(choiceUnasked.id)
    expect(row).toMatchObject({
      seen: 0,
      tested: 0,
      firstTry: null,
      surprise: null,
      medianMs: null,
    })
    expect(row?.findings).toEqual([])
  })
})

const share = (of: readonly boolean[]) => of.filter(Boolean).length / of.length

function medianOf(of: readonly number[]): number {
  const sorted = of.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(half)] ?? Number.NaN)
    : ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2
}

/** By the sums of squares, not by the deviations. */
function pearson(x: readonly number[], y: readonly number[]): number | null {
  const n = x.length
  const sum = (of: readonly number[]) => of.reduce((all, value) => all + value, 0)
  const xy = sum(x.map((value, i) => value * (y[i] ?? 0)))
  const sx = n * sum(x.map((value) => value ** 2)) - sum(x) ** 2
  const sy = n * sum(y.map((value) => value ** 2)) - sum(y) ** 2
  return sx < 1e-9 || sy < 1e-9 ? null : (n * xy - sum(x) * sum(y)) / Math.sqrt(sx * sy)
}
