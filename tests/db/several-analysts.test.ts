import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { asUserId, type CohortId, type UserId } from '@/lib/kernel/ids'
import { extendSeveral, messageSeveral, moveSeveral } from '@/lib/server/cohort/act-on-several'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { describeSeveral } from '@/lib/server/cohort/describe-several'
import { createAssignment, extendAssignment } from '@/lib/server/cohort/save-assignment'
import { undoSeveral } from '@/lib/server/cohort/undo-several'
import { requireCourse } from '@/lib/server/current-course'
import { loadNotifications } from '@/lib/server/reminder/notifications'
import {
  as,
  changing,
  DAY,
  instructing,
  NOON,
  openScene,
  running,
  somebody,
} from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const now = NOON
const NO_ACCOUNT = asUserId('01890000-0000-7000-8000-000000000000')
let own: UserId
let people: UserId[]
let cohortId: CohortId
let otherId: CohortId
let assignmentId: string

const mine = () => changing(own, cohortId)
const join = (userId: UserId, cohort: CohortId) =>
  database().membership.create({
    data: { userId, cohortId: cohort, role: 'learner', joinedAt: new Date(NOON - 30 * DAY) },
  })
const several = () => ({ actId: uuidv7(), people, now })
const extensions = async () =>
  Object.fromEntries(
    (await database().assignmentExtension.findMany({ where: { assignmentId } })).map(
      ({ userId, note, dueDay }) => [userId, { note, dueDay }],
    ),
  )
const membersOf = async (cohort: CohortId) =>
  (
    await database().membership.findMany({
      where: { cohortId: cohort, role: 'learner' },
      orderBy: { userId: 'asc' },
    })
  ).map(({ userId, joinedAt }) => [userId, joinedAt.getTime()])
const toldOf = (kind: string) =>
  database().notification.count({ where: { kind, userId: { in: people } } })
const recorded = (kind: string) =>
  database().auditEvent.count({ where: { kind, subjectId: { in: people } } })

beforeEach(async () => {
  own = await somebody('instructor')
  people = [await somebody(), await somebody(), await somebody()]
  const viewer = await instructing(own)
  cohortId = await createCohort(viewer, { name: 'Own', now: NOON - 40 * DAY })
  otherId = await createCohort(viewer, { name: 'Other', now: NOON - 40 * DAY })
  for (const userId of people) await join(userId, cohortId)
  const module = (await requireCourse()).catalogue.course.modules[0]?.id ?? ''
  assignmentId = await createAssignment(await mine(), {
    target: { kind: 'module', id: module },
    reach: 'core',
    due: { on: '2026-06-20' },
    targetPercent: 80,
    now,
  })
})

describe('another due date for several', () => {
  const wish = () => ({ ...several(), assignmentId, on: '2026-07-01', note: 'Field exercise.' })

  test('is given to all of them, recorded for each, and done once however often it is sent', async () => {
    const input = wish()
    const [first = own] = people
    await Promise.all([1, 2, 3].map(async () => extendSeveral(await mine(), input)))
    const given = await extensions()
    expect(await toldOf('extension')).toBe(3)
    expect(Object.keys(given).toSorted()).toEqual(people.toSorted())
    expect(await recorded('assignment_extended')).toBe(3)
    await extendAssignment(await mine(), {
      ...{ assignmentId, userId: first, on: '2026-07-09', note: 'Longer.', now: now + 1 },
    })
    await extendSeveral(await mine(), input)
    expect((await extensions())[first]?.note).toBe('Longer.')
  })

  test('is given to nobody when one is not in the cohort, or the day is over', async () => {
    const foreign = { ...wish(), people: [...people, NO_ACCOUNT] }
    await expect(extendSeveral(await mine(), foreign)).rejects.toMatchObject({ code: 'not_found' })
    const late = { ...wish(), on: '2026-05-01' }
    await expect(extendSeveral(await mine(), late)).rejects.toMatchObject({ code: 'invalid_input' })
    const none = { ...wish(), people: [] }
    await expect(extendSeveral(await mine(), none)).rejects.toMatchObject({ code: 'invalid_input' })
    const gone = { ...wish(), assignmentId: uuidv7() }
    await expect(extendSeveral(await mine(), gone)).rejects.toMatchObject({ code: 'not_found' })
    expect(await extensions()).toEqual({})
    expect(await database().actStep.count({ where: { byId: own } })).toBe(0)
  })

  test('is undone to what each had before, once, and not when one was changed since', async () => {
    const [first = own] = people
    await extendAssignment(await mine(), {
      ...{ assignmentId, userId: first, on: '2026-06-25', note: 'Ill.', now: now - DAY },
    })
    const before = await extensions()
    const done = wish()
    await extendSeveral(await mine(), done)
    expect(await undoSeveral(await mine(), { actId: done.actId, now })).toEqual({
      kind: 'extended',
      people: 3,
    })
    expect(await extensions()).toEqual(before)
    expect(await toldOf('extension')).toBe(1)
    expect(await undoSeveral(await mine(), { actId: done.actId, now })).toBeNull()

    const again = wish()
    await extendSeveral(await mine(), again)
    const changed = { assignmentId, userId: first, on: '2026-08-01', note: 'Abroad.', now: now + 1 }
    await extendAssignment(await mine(), changed)
    const refused = undoSeveral(await mine(), { actId: again.actId, now })
    await expect(refused).rejects.toMatchObject({ code: 'invalid_input' })
    expect((await extensions())[first]?.note).toBe('Abroad.')
  })

  test('says beforehand how many extensions it would replace, and who is elsewhere already', async () => {
    const [first = own, second = own] = people
    await extendAssignment(await mine(), {
      ...{ assignmentId, userId: first, on: '2026-06-25', note: 'Ill.', now },
    })
    await join(second, otherId)
    const said = await describeSeveral(await running(own, cohortId), { people })
    expect(said.assignments).toMatchObject([{ id: assignmentId, extended: 1, due: '2026-06-20' }])
    expect(said.cohorts).toEqual([{ id: otherId, name: 'Other', there: 1 }])
  })
})

describe('a message to several', () => {
  const wish = () => ({
    ...several(),
    title: 'Exercise week',
    text: 'No new lessons.\nReviews only.',
  })

  test('is shown to each of them once, and taken back says who had read it', async () => {
    const input = wish()
    await Promise.all([1, 2].map(async () => messageSeveral(await mine(), input)))
    const [first = own] = people
    const messages = async () =>
      (await loadNotifications(await as(first))).filter(({ title }) => title.includes('Exercise'))
    expect(await messages()).toMatchObject([{ body: input.text, read: false }])
    expect(await recorded('analyst_messaged')).toBe(3)
    await database().notification.updateMany({
      where: { userId: first },
      data: { readAt: new Date(now) },
    })
    const undone = await undoSeveral(await mine(), { actId: input.actId, now })
    expect(undone).toEqual({ kind: 'messaged', people: 3, read: 1 })
    expect(await messages()).toEqual([])
    expect(await recorded('message_withdrawn')).toBe(3)
  })

  test('is taken back once by two undos at the same moment, and the other finds it done', async () => {
    const input = wish()
    await messageSeveral(await mine(), input)
    const undo = async () => undoSeveral(await mine(), { actId: input.actId, now })
    const both = await Promise.all([undo(), undo()])
    expect(both.filter((undone) => undone === null)).toHaveLength(1)
    expect(both).toContainEqual({ kind: 'messaged', people: 3, read: 0 })
    expect(await recorded('message_withdrawn')).toBe(3)
  })

  test('without a subject or a text goes to nobody', async () => {
    for (const empty of [{ title: ' ' }, { text: '' }]) {
      const refused = messageSeveral(await mine(), { ...wish(), ...empty })
      await expect(refused).rejects.toMatchObject({ code: 'invalid_input' })
    }
    expect(await recorded('analyst_messaged')).toBe(0)
  })
})

describe('a move of several', () => {
  test('moves all with their joining days, once, and back', async () => {
    const before = await membersOf(cohortId)
    const input = several()
    const other = () => changing(own, otherId)
    await moveSeveral(await mine(), await other(), input)
    await moveSeveral(await mine(), await other(), input)
    expect(await membersOf(otherId)).toEqual(before)
    expect(await membersOf(cohortId)).toEqual([])
    expect(await recorded('analyst_moved')).toBe(3)
    expect(await undoSeveral(await mine(), { actId: input.actId, now })).toEqual({
      kind: 'moved',
      people: 3,
    })
    expect(await membersOf(cohortId)).toEqual(before)
    expect(await recorded('analyst_moved')).toBe(6)
  })

  test('moves nobody when one of them is in the other cohort already, or somebody else acts on them at once', async () => {
    const before = await membersOf(cohortId)
    const [first = own] = people
    await join(first, otherId)
    const refused = moveSeveral(await mine(), await changing(own, otherId), several())
    await expect(refused).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await membersOf(cohortId)).toEqual(before)
    await database().membership.deleteMany({ where: { userId: first, cohortId: otherId } })
    const settled = await Promise.allSettled(
      [1, 2].map(async () => moveSeveral(await mine(), await changing(own, otherId), several())),
    )
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await membersOf(otherId)).toEqual(before)
    expect(await recorded('analyst_moved')).toBe(3)
  })

  test('cannot be undone by another instructor', async () => {
    const input = several()
    await moveSeveral(await mine(), await changing(own, otherId), input)
    const colleague = await somebody('instructor')
    await database().membership.create({
      data: { userId: colleague, cohortId, role: 'instructor', joinedAt: new Date(NOON) },
    })
    const scope = await changing(colleague, cohortId)
    expect(await undoSeveral(scope, { actId: input.actId, now })).toBeNull()
    expect(await membersOf(cohortId)).toEqual([])
  })

  test('is undone once by two undos at the same moment, and the other finds it done', async () => {
    const before = await membersOf(cohortId)
    const input = several()
    await moveSeveral(await mine(), await changing(own, otherId), input)
    const undo = async () => undoSeveral(await mine(), { actId: input.actId, now })
    const both = await Promise.all([undo(), undo()])
    expect(both.filter((undone) => undone === null)).toHaveLength(1)
    expect(both).toContainEqual({ kind: 'moved', people: 3 })
    expect(await membersOf(cohortId)).toEqual(before)
    expect(await recorded('analyst_moved')).toBe(6)
  })

  test('takes nobody out of a cohort that is archived since, or is no longer the instructor’s own', async () => {
    const input = several()
    await moveSeveral(await mine(), await changing(own, otherId), input)
    const there = await membersOf(otherId)
    const undo = async () => undoSeveral(await mine(), { actId: input.actId, now })
    const archived = (at: Date | null) =>
      database().cohort.update({ where: { id: otherId }, data: { archivedAt: at } })
    await archived(new Date(now))
    await expect(undo()).rejects.toMatchObject({ code: 'not_allowed' })
    await archived(null)
    const membership = { userId_cohortId: { userId: own, cohortId: otherId } }
    const { joinedAt } = await database().membership.delete({ where: membership })
    await expect(undo()).rejects.toMatchObject({ code: 'not_found' })
    expect(await membersOf(otherId)).toEqual(there)
    const data = { userId: own, cohortId: otherId, role: 'instructor' as const, joinedAt }
    await database().membership.create({ data })
    expect(await undo()).toEqual({ kind: 'moved', people: 3 })
  })
})
