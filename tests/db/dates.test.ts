import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import type { CohortId, UserId } from '@/lib/kernel/ids'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadAssignments } from '@/lib/server/cohort/load-assignments'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import {
  type AssignmentInput,
  changeAssignment,
  createAssignment,
  extendAssignment,
} from '@/lib/server/cohort/save-assignment'
import { requireCourse } from '@/lib/server/current-course'
import { createUser } from '@/lib/server/people/create-user'
import { wholeScope } from '@/lib/server/whole-scope'
import { changing, DAY, instructing, NOON, openScene, running, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

let own: UserId
let analyst: UserId
let cohortId: CohortId
let modules: readonly string[]

beforeEach(async () => {
  own = await somebody('instructor')
  analyst = await somebody()
  cohortId = await createCohort(await instructing(own), { name: 'Own', now: NOON - 40 * DAY })
  const joinedAt = new Date(NOON - 30 * DAY)
  await database().membership.create({
    data: { userId: analyst, cohortId, role: 'learner', joinedAt },
  })
  modules = (await requireCourse()).catalogue.course.modules.map(({ id }) => id)
})

const now = NOON
const mine = () => changing(own, cohortId)
const assignment = (module: number, due: AssignmentInput['due']): AssignmentInput => ({
  now,
  target: { kind: 'module', id: modules[module] ?? '' },
  reach: 'all',
  due,
  targetPercent: 80,
})
const over = { message: expect.stringContaining('2020-05-01 is already over') }
const twice = { message: expect.stringContaining('is already assigned to this cohort') }

test('an assignment is refused for a day that is over, and taken for today', async () => {
  await expect(
    createAssignment(await mine(), assignment(0, { on: '2020-05-01' })),
  ).rejects.toMatchObject(over)
  expect(await count()).toBe(0)
  const id = await createAssignment(await mine(), assignment(0, { on: '2026-06-03' }))
  await expect(
    changeAssignment(await mine(), { ...assignment(0, { on: '2020-05-01' }), assignmentId: id }),
  ).rejects.toMatchObject(over)
  const whose = { assignmentId: id, userId: analyst, now, note: 'Ill.' }
  await expect(
    extendAssignment(await mine(), { ...whose, on: '2020-05-01' }),
  ).rejects.toMatchObject(over)
})

test('the target of an assignment can still be changed when its day is over', async () => {
  const id = await createAssignment(await mine(), assignment(0, { on: '2026-06-04' }))
  const later = { ...assignment(0, { on: '2026-06-04' }), now: NOON + 9 * DAY, targetPercent: 60 }
  await changeAssignment(await mine(), { ...later, assignmentId: id })
  const [row] = (await loadAssignments(await running(own, cohortId), { now })).assignments
  expect(row?.targetReadiness).toBe(0.6)
})

test('a module is assigned to a cohort only once', async () => {
  await createAssignment(await mine(), assignment(0, { afterDays: 10 }))
  const second = await createAssignment(await mine(), assignment(1, { afterDays: 10 }))
  await expect(
    createAssignment(await mine(), assignment(0, { on: '2026-07-01' })),
  ).rejects.toMatchObject(twice)
  await expect(
    changeAssignment(await mine(), { ...assignment(0, { afterDays: 10 }), assignmentId: second }),
  ).rejects.toMatchObject(twice)
  expect(await count()).toBe(2)
})

test('readiness for a day that is past or too far says that another day is shown', async () => {
  const shown = async (on: string | null) => {
    const query = { now, on, reach: 'all' as const, sort: 'name' as const, page: null }
    const { on: day, instead } = await loadReadiness(await running(own, cohortId), query)
    return { day, instead }
  }
  expect(await shown('2020-05-01')).toEqual({
    day: '2026-06-03',
    instead: { of: '2020-05-01', why: 'past' },
  })
  expect(await shown('2031-05-01')).toEqual({
    day: '2027-06-03',
    instead: { of: '2031-05-01', why: 'too far' },
  })
  expect((await shown('2026-06-10')).instead).toBeNull()
  expect((await shown(null)).instead).toBeNull()
})

test('an account with a time zone that does not exist is refused with its name', async () => {
  const email = 'lost@example.org'
  const account = { name: 'Lost', email, password: 'correct horse battery', now }
  await expect(
    createUser(wholeScope(), { ...account, role: 'learner', zone: 'Mars/Base' }),
  ).rejects.toMatchObject({ message: expect.stringContaining('“Mars/Base”') })
  expect(await database().user.count({ where: { email } })).toBe(0)
})

const count = async () =>
  (await loadAssignments(await running(own, cohortId), { now })).assignments.length
