import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { emptyMemory, type LearnerMemory, NEVER, PHASES } from '@/lib/cohort/learner-memory'
import { readPersonCards } from '@/lib/db/cohort/cohort-cards'
import { database, databasePool } from '@/lib/db/connection/client'
import type { Card } from '@/lib/db/generated/client'
import { asCohortId, asQuestionId, asUserId, type UserId } from '@/lib/kernel/ids'
import { asStudyDay } from '@/lib/kernel/study-day'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { heldMemories } from '@/lib/server/cohort/held-memories'
import { loadAssignments } from '@/lib/server/cohort/load-assignments'
import { loadCohort } from '@/lib/server/cohort/load-cohort'
import { loadCohorts } from '@/lib/server/cohort/load-cohorts'
import { loadForecasts } from '@/lib/server/cohort/load-forecasts'
import { loadInbox } from '@/lib/server/cohort/load-inbox'
import { loadItem } from '@/lib/server/cohort/load-item'
import { loadItemAnalysis } from '@/lib/server/cohort/load-item-analysis'
import { loadItemRecords } from '@/lib/server/cohort/load-item-records'
import { loadLearner } from '@/lib/server/cohort/load-learner'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { requireCourse } from '@/lib/server/current-course'
import { listExams } from '@/lib/server/exam/list-exams'
import { loadAccommodations } from '@/lib/server/exam/load-extras'
import { loadOpenAppeals } from '@/lib/server/exam/load-open-appeals'
import { checkSession, openSession } from '@/lib/server/people/sessions'
import { countUnread } from '@/lib/server/reminder/notifications'
import { type CohortScope, cohortPageScope, instructorScope } from '@/lib/server/scope'
import { grade, instructing, NOON, openScene, QUESTION, send, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

describe('the cards of a person as columns', () => {
  const questions = Array.from({ length: 12 }, (_, index) => ({
    id: asQuestionId(`asked-${index}`),
  }))
  const day = fc.integer({ min: -400, max: 60_000 })
  const float = fc.double({ noNaN: true, min: -1e300, max: 1e300 })
  const card = fc.record({
    // Some are of questions that the course has no more.
    questionId: fc.integer({ min: 0, max: 15 }).map((index) => `asked-${index}`),
    phase: fc.constantFrom(...PHASES),
    stability: fc.option(float),
    difficulty: fc.option(float),
    reps: fc.nat(500),
    lapses: fc.nat(65_535),
    lastReviewDay: fc.option(day),
    dueDay: fc.option(day),
    suspended: fc.boolean(),
    buriedUntil: fc.option(day),
    firstPassed: fc.option(fc.boolean()),
    firstMs: fc.option(fc.integer({ min: -1000, max: 2_000_000_000 })),
    tested: fc.nat(65_535),
    passed: fc.nat(65_535),
    predictedSum: float,
    varianceSum: float,
  })
  const cards = fc.uniqueArray(card, { selector: ({ questionId }) => questionId, maxLength: 16 })

  /** Card by card, from the rows as Prisma reads them. */
  function byHand(userId: UserId, rows: readonly Card[]): LearnerMemory {
    const memory = emptyMemory(userId, questions.length)
    for (const row of rows) {
      const place = questions.findIndex(({ id }) => id === row.questionId)
      if (place < 0) continue
      memory.phase[place] = PHASES.indexOf(row.phase)
      memory.suspended[place] = row.suspended ? 1 : 0
      memory.stability[place] = row.stability ?? 0
      memory.difficulty[place] = row.difficulty ?? 0
      memory.lastReviewDay[place] = row.lastReviewDay ?? NEVER
      memory.dueDay[place] = row.dueDay ?? NEVER
      memory.buriedUntil[place] = row.buriedUntil ?? 0
      memory.lapses[place] = row.lapses
      memory.firstPassed[place] = row.firstPassed === null ? -1 : row.firstPassed ? 1 : 0
      memory.firstMs[place] = row.firstMs ?? 0
      memory.tested[place] = row.tested
      memory.passed[place] = row.passed
      memory.predictedSum[place] = row.predictedSum
      memory.varianceSum[place] = row.varianceSum
    }
    return memory
  }

  test('say what the rows say, for any cards, those of people without any among them', async () => {
    const people = [await somebody(), await somebody(), await somebody()]
    await fc.assert(
      fc.asyncProperty(fc.array(cards, { minLength: 3, maxLength: 3 }), async (decks) => {
        await database().card.deleteMany({ where: { userId: { in: people } } })
        await database().card.createMany({
          data: decks.flatMap((deck, index) =>
            deck.map((row) => ({
              userId: people[index] ?? '',
              lastEventAt: new Date(NOON),
              version: 1,
              ...row,
            })),
          ),
        })
        const rows = await database().card.findMany({ where: { userId: { in: people } } })
        const wanted = people.map((id) => ({ id, cardsVersion: 0 }))
        const read = await readPersonCards(wanted, questions, asStudyDay(0))
        for (const id of people) {
          const own = rows.filter(({ userId }) => userId === id)
          expect(read.get(id)?.memory).toEqual(byHand(id, own))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('are the same among the cards of a hundred people, which two statements read', async () => {
    const people = [await somebody(), await somebody()]
    for (const id of people) await send(id, NOON, grade(3, NOON))
    const asked = [{ id: asQuestionId(QUESTION) }]
    const wanted = people.map((id) => ({ id, cardsVersion: 1 }))
    const alone = await readPersonCards(wanted, asked, asStudyDay(0))
    const strangers = Array.from({ length: 98 }, () => ({
      id: asUserId(randomUUID()),
      cardsVersion: 0,
    }))
    const query = vi.spyOn(databasePool(), 'query')
    const [first, last] = wanted
    const all = [...(first ? [first] : []), ...strangers, ...(last ? [last] : [])]
    const among = await readPersonCards(all, asked, asStudyDay(0))
    expect(query).toHaveBeenCalledTimes(2)
    query.mockRestore()
    expect(among.size).toBe(100)
    for (const id of people) {
      expect(among.get(id)?.memory.phase[0]).not.toBe(0)
      expect(among.get(id)).toEqual(alone.get(id))
    }
  })
})

/** Whose cards are kept: an entry begins with the id of the person. */
const kept = () =>
  [...(globalThis.steppeCohortMemory?.keys() ?? [])].map((key) => key.split(' ')[0])

test('the process keeps no more than it may of a cohort that is larger, and reads the rest again', async () => {
  globalThis.steppeCohortMemory = undefined
  const course = await requireCourse()
  const people = []
  for (let i = 0; i < 4; i += 1) people.push({ id: await somebody(), cardsVersion: 0 })
  const first = people[0]?.id ?? asUserId('')
  await send(first, NOON, grade(3, NOON))
  const wanted = people.map((each) => (each.id === first ? { ...each, cardsVersion: 1 } : each))
  const one = course.catalogue.questions.length * 69 + 16_384
  const held = await heldMemories(course, wanted, NOON, 2 * one)
  expect([...held.keys()]).toEqual(people.map(({ id }) => id))
  expect(kept()).toHaveLength(2)
  const again = await heldMemories(course, wanted, NOON, 2 * one)
  expect(again.get(first)?.memory).toBe(held.get(first)?.memory)
  expect(again.size).toBe(4)
  // Who is looked at now stays, and somebody who was looked at before goes.
  await heldMemories(course, wanted.slice(2), NOON, 2 * one)
  expect(kept()).toEqual([people[2]?.id, people[3]?.id])
})

describe('statements of a page, with the sign-in session and the number of unread notes', () => {
  const now = NOON
  // Two pages have one more after an answer: what instructors write is read from the primary, and the
  // rest may be read from a replica.
  const withOneMore = new Set(['analyst', 'question'])
  const pages: readonly [string, (scope: CohortScope, analyst: UserId) => Promise<unknown>][] = [
    [
      'readiness',
      (s) => loadReadiness(s, { now, on: '2026-07-01', reach: 'all', sort: 'readiness', page: 1 }),
    ],
    [
      'analyst',
      (s, userId) => loadLearner(s, { userId, now, daysAhead: 30, topic: null, reach: 'all' }),
    ],
    ['questions', (s) => loadItemAnalysis(s, { now, module: null, sort: 'suspect', page: 1 })],
    [
      'question',
      (s) =>
        Promise.all([
          loadItem(s, { now, questionId: QUESTION }),
          loadItemRecords(s, { questionId: QUESTION }),
        ]),
    ],
    ['inbox', (s) => Promise.all([loadInbox(s, { show: 'open' }), loadOpenAppeals(s)])],
    ['assignments', (s) => loadAssignments(s, { now })],
    ['exams', (s) => Promise.all([listExams(s, { now }), loadAccommodations(s)])],
    ['forecasts', (s) => loadForecasts(s, { now })],
    ['people', (s) => loadCohort(s, { now, page: 1 })],
  ]
  let cohortId = asCohortId('')
  let analyst = asUserId('')
  let sessionId: Awaited<ReturnType<typeof openSession>>

  beforeAll(async () => {
    const userId = await somebody('instructor')
    analyst = await somebody()
    cohortId = await createCohort(await instructing(userId), { name: 'Counted', now })
    const joinedAt = new Date(NOON)
    await database().membership.create({
      data: { userId: analyst, cohortId, role: 'learner', joinedAt },
    })
    sessionId = await openSession({ userId, now })
    await checkSession({ sessionId, now })
    await requireCourse()
  })

  async function counted(page: () => Promise<unknown>): Promise<number> {
    const query = vi.spyOn(databasePool(), 'query')
    try {
      await page()
      return query.mock.calls.length
    } finally {
      query.mockRestore()
    }
  }
  const instructor = async () => {
    const scope = await checkSession({ sessionId, now })
    if (scope === null) throw new Error('Signed out')
    return instructorScope(scope)
  }

  test.each(pages)('%s: at most four, when somebody has answered since too', async (name, load) => {
    const page = async () => {
      const viewer = await instructor()
      await Promise.all([
        countUnread(viewer),
        load(await cohortPageScope(viewer, cohortId), analyst),
      ])
    }
    await page()
    expect(await counted(page)).toBeLessThanOrEqual(4)
    globalThis.steppeCohortMemory = undefined
    expect(await counted(page)).toBeLessThanOrEqual(withOneMore.has(name) ? 5 : 4)
  })

  test('the list of cohorts: at most four', async () => {
    const page = async () => loadCohorts(await instructor(), { now })
    await page()
    globalThis.steppeCohortMemory = undefined
    expect(await counted(page)).toBeLessThanOrEqual(4)
  })
})
