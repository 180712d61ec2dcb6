import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REACHES, type Reach, reaches } from '@/lib/course/reach'
import { database } from '@/lib/db/connection/client'
import { asLessonId, type CohortId, type QuestionId, type UserId } from '@/lib/kernel/ids'
import { addDays, isoDate, studyDayOf } from '@/lib/kernel/study-day'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { estimateAssignment } from '@/lib/server/cohort/estimate-assignment'
import { loadAssignments } from '@/lib/server/cohort/load-assignments'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { type AssignmentInput, createAssignment } from '@/lib/server/cohort/save-assignment'
import { completeLesson } from '@/lib/server/course/complete-lesson'
import { loadCourse } from '@/lib/server/course/load-course'
import { requireCourse } from '@/lib/server/current-course'
import { checkLog } from '@/lib/server/operate/check-log'
import { chooseReach } from '@/lib/server/settings/choose-reach'
import { loadToday } from '@/lib/server/study/load-today'
import { startReview } from '@/lib/server/study/start-review'
import { wholeScope } from '@/lib/server/whole-scope'
import {
  as,
  changing,
  DAY,
  grade,
  instructing,
  NOON,
  openScene,
  running,
  send,
  somebody,
} from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => {
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  await scene.close()
})

const today = studyDayOf(NOON, { zone: 'Asia/Kathmandu', rolloverHour: 4 })
const choose = async (userId: UserId, reach: Reach) =>
  chooseReach(await as(userId), { reach, now: NOON })

async function reader(): Promise<UserId> {
  const userId = await somebody()
  const { catalogue } = await requireCourse()
  for (const { id } of catalogue.lessons) {
    await completeLesson(await as(userId), { lessonId: asLessonId(id), now: NOON - DAY })
  }
  return userId
}

const asked = async (userId: UserId, now = NOON) =>
  (await startReview(await as(userId), { part: null, now })).cards.map(({ question }) => question)

async function cohortOf(...learners: readonly UserId[]) {
  const instructor = await somebody('instructor')
  const cohortId = await createCohort(await instructing(instructor), { name: 'Desk', now: NOON })
  await database().membership.createMany({
    data: learners.map((userId) => ({
      userId,
      cohortId,
      role: 'learner' as const,
      joinedAt: new Date(NOON - 5 * DAY),
    })),
  })
  return { instructor, cohortId }
}

const wish = (over: Partial<AssignmentInput> = {}): AssignmentInput => ({
  now: NOON,
  target: { kind: 'module', id: 'growth' },
  reach: 'full',
  due: { on: isoDate(addDays(today, 3)) },
  targetPercent: 80,
  ...over,
})

const assign = async (
  instructor: UserId,
  cohortId: CohortId,
  over: Partial<AssignmentInput> = {},
) => createAssignment(await changing(instructor, cohortId), wish(over))

describe('a new account', () => {
  test('learns everything', async () => {
    const row = await database().user.findFirstOrThrow({ where: { id: await somebody() } })
    const { id, reach: _, email, ...rest } = row
    const other = '01890000-0000-7000-8000-000000000001'
    const data = {
      ...rest,
      id: other,
      email: `other-${email}`,
      keys: {},
      display: {},
      calendarHash: null,
    }
    expect((await database().user.create({ data })).reach).toBe('all')
  })

  test('sees the core of all that was read first, and the rest after it', async () => {
    const depths = (await asked(await reader())).map(({ depth }) => depth)
    const order = ['core', 'full', 'source-craft']
    expect(depths).toEqual(depths.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
    expect(new Set(depths).size).toBeGreaterThan(1)
  })

  test('sees core questions only when it chooses the core, then more when it chooses more, and its page says so', async () => {
    const userId = await reader()
    await choose(userId, 'core')
    const core = await asked(userId)
    expect(core.length).toBeGreaterThan(0)
    expect(core.every((question) => reaches('core', question))).toBe(true)
    const { way, depth } = await loadCourse(await as(userId), { now: NOON })
    expect(depth).toEqual({ own: 'core', assigned: [] })
    expect(way.steps[0]).toMatchObject({ reach: 'core', begun: 0 })
    expect(way.steps[0]?.days).toBeGreaterThan(0)
    await choose(userId, 'full')
    expect((await asked(userId)).length).toBeGreaterThan(core.length)
  })
})

test('an assignment wins over another choice until it is due, in its part', async () => {
  const userId = await reader()
  await choose(userId, 'core')
  const { instructor, cohortId } = await cohortOf(userId)
  await assign(instructor, cohortId)
  const deeper = async (now: number) =>
    (await asked(userId, now)).filter((question) => !reaches('core', question))
  const during = await deeper(NOON)
  expect(during.length).toBeGreaterThan(0)
  expect(during.every(({ module }) => module === 'growth')).toBe(true)
  expect((await loadToday(await as(userId), { now: NOON })).depth.assigned).toMatchObject([
    { reach: 'full', differs: true, due: isoDate(addDays(today, 3)) },
  ])
  expect(await deeper(NOON + 4 * DAY)).toEqual([])
})

test('somebody who learns everything sees only the core of what is assigned on the core', async () => {
  const userId = await reader()
  const { instructor, cohortId } = await cohortOf(userId)
  await assign(instructor, cohortId, { reach: 'core' })
  const depthsIn = async (now: number) => {
    const here = (await asked(userId, now)).filter(({ module }) => module === 'growth')
    return new Set(here.map(({ depth }) => depth))
  }
  expect(await depthsIn(NOON)).toEqual(new Set(['core']))
  expect((await depthsIn(NOON + 4 * DAY)).size).toBeGreaterThan(1)
})

test('instructors see readiness of the depth that is assigned, or of the one they choose, and who can be through', async () => {
  const userId = await reader()
  await choose(userId, 'core')
  const { instructor, cohortId } = await cohortOf(userId)
  const look = async (reach: Reach | null) =>
    loadReadiness(await running(instructor, cohortId), {
      now: NOON,
      on: null,
      reach,
      sort: 'name',
      page: 1,
    })
  const sizes = async (reach: Reach | null) => {
    const view = await look(reach)
    return [view.reach, view.topics.reduce((sum, { questions }) => sum + questions, 0)]
  }
  const { questions } = (await requireCourse()).catalogue
  const within = (reach: Reach) => questions.filter((each) => reaches(reach, each)).length
  expect(await sizes(null)).toEqual(['core', within('core')])
  expect(await sizes('all')).toEqual(['all', within('all')])
  await assign(instructor, cohortId, { due: { on: isoDate(addDays(today, 20)) } })
  expect(await sizes(null)).toEqual(['full', within('full')])
  const { assignments } = await loadAssignments(await running(instructor, cohortId), { now: NOON })
  expect(assignments).toMatchObject([{ reach: 'full' }])

  const estimate = async (over: Partial<AssignmentInput>) =>
    estimateAssignment(await running(instructor, cohortId), { ...wish(over), assignmentId: null })
  const soon = { due: { on: isoDate(addDays(today, 1)) } }
  const limit = (newPerDay: number) =>
    database().user.update({ where: { id: userId }, data: { newPerDay } })
  await limit(1)
  expect(await estimate(soon)).toMatchObject({ learners: 1, through: 0, newPerDay: 1 })
  await limit(50)
  const later = await estimate({ due: { on: isoDate(addDays(today, 20)) } })
  expect(later).toMatchObject({ learners: 1, through: 1, newPerDay: 50 })
  expect(later.minutesPerDay).toBeGreaterThan(0)
})

test('law: whatever depths somebody goes through, the cards, days and due dates stay, and back at the first the day is the same', async () => {
  const userId = await reader()
  const { questions } = (await requireCourse()).catalogue
  const names: readonly QuestionId[] = questions.map(({ id }) => id)
  const step = fc.record({
    reach: fc.constantFrom(...REACHES),
    answered: fc.subarray([...names], { maxLength: 2 }),
  })
  let at = NOON - 20 * DAY
  const stored = async () => ({
    cards: await database().card.findMany({ where: { userId }, orderBy: { questionId: 'asc' } }),
    days: await database().studyDay.findMany({ where: { userId }, orderBy: { day: 'asc' } }),
    events: await database().reviewEvent.count({ where: { userId } }),
    queue: (await asked(userId)).map(({ id }) => id),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...REACHES),
      async (steps, first) => {
        await choose(userId, first)
        for (const { answered } of steps) {
          at += 60_000
          await send(userId, NOON, ...answered.map((questionId) => grade(3, at, { questionId })))
        }
        const before = await stored()
        for (const { reach } of steps) await choose(userId, reach)
        const { queue: _, ...kept } = await stored()
        expect(kept).toEqual({ cards: before.cards, days: before.days, events: before.events })
        await choose(userId, first)
        expect(await stored()).toEqual(before)
      },
    ),
    { numRuns: 12 },
  )
})
