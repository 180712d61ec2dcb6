import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import type { CohortId, UserId } from '@/lib/kernel/ids'
import { answerFlag } from '@/lib/server/cohort/answer-flag'
import { archiveCohort, renameCohort, reopenCohort } from '@/lib/server/cohort/cohort-life'
import { leaveCohort, moveAnalyst } from '@/lib/server/cohort/cohort-membership'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadAssignments } from '@/lib/server/cohort/load-assignments'
import { loadCohort } from '@/lib/server/cohort/load-cohort'
import { loadInbox } from '@/lib/server/cohort/load-inbox'
import {
  type AssignmentInput,
  changeAssignment,
  createAssignment,
  extendAssignment,
  removeAssignment,
} from '@/lib/server/cohort/save-assignment'
import { loadCourse } from '@/lib/server/course/load-course'
import { requireCourse } from '@/lib/server/current-course'
import { acceptInvitation } from '@/lib/server/people/accept-invitation'
import { bulkInvite, checkRoster } from '@/lib/server/people/bulk-invite'
import { createInvitation } from '@/lib/server/people/create-invitation'
import { describeInvitation } from '@/lib/server/people/describe-invitation'
import { joinByInvitation } from '@/lib/server/people/join-by-invitation'
import { openOwnFlags } from '@/lib/server/study/load-own-flags'
import { loadToday } from '@/lib/server/study/load-today'
import {
  as,
  DAY,
  grade,
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

let own: UserId
let other: UserId
let analyst: UserId
let cohortId: CohortId
let module: string

async function join(userId: UserId, cohort: CohortId, role: 'learner' | 'instructor' = 'learner') {
  const joinedAt = new Date(NOON - 30 * DAY)
  await database().membership.create({ data: { userId, cohortId: cohort, role, joinedAt } })
}

beforeEach(async () => {
  own = await somebody('instructor')
  other = await somebody('instructor')
  analyst = await somebody()
  cohortId = await createCohort({ actorId: own, name: 'Own', now: NOON - 40 * DAY })
  await join(analyst, cohortId)
  module = (await requireCourse()).catalogue.course.modules[0]?.id ?? ''
})

const asOwn = () => ({ actorId: own, cohortId, now: NOON })
const members = () =>
  database().membership.findMany({ where: { cohortId }, orderBy: { joinedAt: 'asc' } })
const account = (code: string, email: string) => ({
  ...{ code, email, name: 'Somebody', password: 'long enough to be one', zone: 'UTC', now: NOON },
})

describe('an invitation of many', () => {
  const text = 'name,email\nEva,eva@example.net\nNobody,nowhere\nFrank,frank@example.net'

  test('tells the wrong lines and invites nobody while it is only looked at', async () => {
    const { rows, faults } = await checkRoster({ ...asOwn(), text })
    expect(rows.map(({ name }) => name)).toEqual(['Eva', 'Frank'])
    expect(faults.map(({ line }) => line)).toEqual([3])
    expect(await database().invitation.count({ where: { cohortId } })).toBe(0)
  })

  test('invites the good lines or nobody, as chosen', async () => {
    const none = bulkInvite({ ...asOwn(), text, faulty: 'none' })
    await expect(none).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await database().invitation.count({ where: { cohortId } })).toBe(0)
    const { invited, faults } = await bulkInvite({ ...asOwn(), text, faulty: 'skip' })
    expect(invited.map(({ name }) => name)).toEqual(['Eva', 'Frank'])
    expect(faults).toHaveLength(1)
  })

  test('makes links that are good once, for the address they were made for', async () => {
    const [eva] = (await bulkInvite({ ...asOwn(), text, faulty: 'skip' })).invited
    if (!eva) throw new Error('Nobody was invited')
    expect(await describeInvitation({ code: eva.code, now: NOON })).toMatchObject({
      ...{ email: 'eva@example.net', name: 'Eva', cohortName: 'Own' },
    })
    const stranger = joinByInvitation(account(eva.code, 'mallory@example.net'))
    await expect(stranger).rejects.toMatchObject({ code: 'not_allowed' })
    const withAccount = acceptInvitation(await as(other), { code: eva.code, now: NOON })
    await expect(withAccount).rejects.toMatchObject({ code: 'not_allowed' })
    await joinByInvitation(account(eva.code, 'eva@example.net'))
    expect(await members()).toHaveLength(3)
    const again = joinByInvitation(account(eva.code, 'eva@example.net'))
    await expect(again).rejects.toMatchObject({ code: 'invitation_invalid' })
    const there = await checkRoster({ ...asOwn(), text: 'Eva,eva@example.net' })
    expect(there.faults[0]?.reason).toBe('Is in this cohort already.')
  })

  test('made again for the same address, leaves the newer link only', async () => {
    const gina = 'Gina,gina@example.net'
    const [first] = (await bulkInvite({ ...asOwn(), text: gina, faulty: 'none' })).invited
    const [second] = (await bulkInvite({ ...asOwn(), text: gina, faulty: 'none' })).invited
    expect(await describeInvitation({ code: first?.code ?? '', now: NOON })).toBeNull()
    expect(await describeInvitation({ code: second?.code ?? '', now: NOON })).not.toBeNull()
  })
})

describe('a member', () => {
  test('moves to another cohort with the day they joined, cards and log untouched', async () => {
    await send(analyst, NOON, grade(3, NOON - MINUTE))
    const before = await database().card.findMany({ where: { userId: analyst } })
    const to = await createCohort({ actorId: own, name: 'Next', now: NOON })
    await moveAnalyst({ ...asOwn(), userId: analyst, to })
    expect((await members()).map(({ userId }) => userId)).toEqual([own])
    const moved = await database().membership.findFirstOrThrow({
      where: { cohortId: to, userId: analyst },
    })
    expect(moved.joinedAt.getTime()).toBe(NOON - 30 * DAY)
    expect(await database().card.findMany({ where: { userId: analyst } })).toEqual(before)
  })

  test('does not move into a cohort of somebody else, nor where they are already', async () => {
    const theirs = await createCohort({ actorId: other, name: 'Theirs', now: NOON })
    const foreign = moveAnalyst({ ...asOwn(), userId: analyst, to: theirs })
    await expect(foreign).rejects.toMatchObject({ code: 'not_found' })
    const second = await createCohort({ actorId: own, name: 'Second', now: NOON })
    await join(analyst, second)
    const twice = moveAnalyst({ ...asOwn(), userId: analyst, to: second })
    await expect(twice).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await members()).toHaveLength(2)
  })

  test('can be taken out and come back; the last instructor cannot leave, of two both cannot at once', async () => {
    await leaveCohort({ ...asOwn(), userId: analyst })
    expect(await members()).toHaveLength(1)
    const again = leaveCohort({ ...asOwn(), userId: analyst })
    await expect(again).rejects.toMatchObject({ code: 'not_found' })
    await expect(leaveCohort({ ...asOwn(), userId: own })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await join(other, cohortId, 'instructor')
    const both = await Promise.allSettled([
      leaveCohort({ ...asOwn(), userId: own }),
      leaveCohort({ ...asOwn(), actorId: other, userId: other }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await members()).toHaveLength(1)
  })
})

describe('an archived cohort', () => {
  test('is read and not changed, lets nobody in, asks nothing, and can be opened again', async () => {
    const { code } = await createInvitation({
      ...asOwn(),
      role: 'learner',
      uses: 5,
      expiresInDays: 7,
    })
    await createAssignment(assignment())
    expect((await loadToday(await as(analyst), { now: NOON })).assignments).toHaveLength(1)
    await archiveCohort(asOwn())
    expect((await loadCohort(asOwn())).archived).toBe(true)
    expect(await describeInvitation({ code, now: NOON })).toBeNull()
    await expect(joinByInvitation(account(code, 'late@example.net'))).rejects.toMatchObject({
      code: 'invitation_invalid',
    })
    expect((await loadToday(await as(analyst), { now: NOON })).assignments).toEqual([])
    for (const act of Object.values(changes(own))) {
      await expect(act()).rejects.toMatchObject({ code: 'not_allowed' })
    }
    await reopenCohort(asOwn())
    await renameCohort({ ...asOwn(), name: 'Opened' })
    expect((await loadCohort(asOwn())).name).toBe('Opened')
  })
})

const assignment = (over: Partial<AssignmentInput> = {}): AssignmentInput => ({
  ...asOwn(),
  target: { kind: 'module', id: module },
  due: { afterDays: 40 },
  targetPercent: 80,
  ...over,
})

const changes = (actorId: UserId) => ({
  rename: () => renameCohort({ ...asOwn(), actorId, name: 'Mine' }),
  invite: () => bulkInvite({ ...asOwn(), actorId, text: 'A,a@example.net', faulty: 'none' }),
  link: () => createInvitation({ ...asOwn(), actorId, role: 'learner', uses: 1, expiresInDays: 1 }),
  remove: () => leaveCohort({ ...asOwn(), actorId, userId: analyst }),
  move: () => moveAnalyst({ ...asOwn(), actorId, userId: analyst, to: cohortId }),
  assign: () => createAssignment(assignment({ actorId })),
  change: () => changeAssignment({ ...assignment({ actorId }), assignmentId: uuidv7() }),
  unassign: () => removeAssignment({ ...asOwn(), actorId, assignmentId: uuidv7() }),
  extend: () =>
    extendAssignment({
      ...{ ...asOwn(), actorId, assignmentId: uuidv7(), userId: analyst, on: null, note: '' },
    }),
  answer: () =>
    answerFlag({
      ...{ ...asOwn(), actorId, flagId: uuidv7(), reply: 'No.', solved: true, mendedBy: null },
    }),
})
const looks = (actorId: UserId) => ({
  people: () => loadCohort({ ...asOwn(), actorId }),
  roster: () => checkRoster({ ...asOwn(), actorId, text: '' }),
  assignments: () => loadAssignments({ ...asOwn(), actorId }),
  inbox: () => loadInbox({ actorId, cohortId, show: 'open' }),
  archive: () => archiveCohort({ ...asOwn(), actorId }),
  reopen: () => reopenCohort({ ...asOwn(), actorId }),
})

describe('another’s cohort', () => {
  test('can neither be seen nor touched by an instructor who has no part in it', async () => {
    for (const act of Object.values({ ...changes(other), ...looks(other) })) {
      await expect(act()).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await loadCohort(asOwn())).toMatchObject({
      name: 'Own',
      archived: false,
      invitations: [],
    })
    expect(await members()).toHaveLength(2)
    expect((await loadAssignments(asOwn())).assignments).toEqual([])
  })

  test('nor by its own analysts', async () => {
    for (const act of Object.values({ ...changes(analyst), ...looks(analyst) })) {
      await expect(act()).rejects.toMatchObject({ code: 'not_allowed' })
    }
  })
})

describe('an assignment', () => {
  test('falls due by each one’s own clock, or on one day for all, and one analyst’s day can be moved', async () => {
    const late = await somebody()
    const joinedAt = new Date(NOON - 5 * DAY)
    await database().membership.create({
      data: { userId: late, cohortId, role: 'learner', joinedAt },
    })
    const id = await createAssignment(assignment())
    const days = async () => {
      const [row] = (await loadAssignments(asOwn())).assignments
      return new Map(row?.people.map(({ userId, daysLeft }) => [userId, daysLeft]))
    }
    expect(await days()).toEqual(
      new Map([
        [analyst, 10],
        [late, 35],
      ]),
    )
    await changeAssignment({ ...assignment({ due: { on: '2026-06-13' } }), assignmentId: id })
    expect(await days()).toEqual(
      new Map([
        [analyst, 10],
        [late, 10],
      ]),
    )
    const named = { ...asOwn(), assignmentId: id, userId: late }
    await extendAssignment({ ...named, on: '2026-07-01', note: 'Ill for two weeks.' })
    expect((await days()).get(late)).toBe(28)
    expect((await loadToday(await as(late), { now: NOON })).assignments[0]).toMatchObject({
      ...{ due: '2026-07-01', daysLeft: 28, target: 0.8, ready: 0 },
    })
    const { modules } = await loadCourse(await as(late), { now: NOON })
    expect(modules.find(({ id }) => id === module)?.due).toBe('2026-07-01')
    await extendAssignment({ ...named, on: null, note: '' })
    expect((await days()).get(late)).toBe(10)
    await removeAssignment({ ...asOwn(), assignmentId: id })
    expect((await loadAssignments(asOwn())).assignments).toEqual([])
  })

  test('is refused for what the course does not have, a day that is none and a target beyond all', async () => {
    for (const wrong of [
      { target: { kind: 'module', id: 'atlantis' } },
      { due: { on: 'soon' } },
      { due: { afterDays: 0 } },
      { targetPercent: 101 },
    ] as const) {
      await expect(createAssignment(assignment(wrong))).rejects.toMatchObject({
        code: 'invalid_input',
      })
    }
    expect((await loadAssignments(asOwn())).assignments).toEqual([])
  })
})

describe('a flag', () => {
  const flag = (at: number) => ({
    ...{ id: uuidv7(), questionId: QUESTION, kind: 'flag', at: new Date(at).toISOString() },
    ...{ comment: 'Two readings.', answer: { kind: 'flash' } },
  })

  test('comes to the inbox, is answered and solved, and the analyst sees the reply once as new', async () => {
    const raised = flag(NOON - 5 * MINUTE)
    await send(analyst, NOON, raised)
    const inbox = await loadInbox({ actorId: own, cohortId, show: 'open' })
    expect(inbox).toMatchObject({ open: 1, solved: 0 })
    expect(inbox.groups[0]?.flags[0]).toMatchObject({ id: raised.id, comment: 'Two readings.' })
    const answered = { ...asOwn(), flagId: raised.id, reply: ' Mended. ', solved: true }
    await answerFlag({ ...answered, mendedBy: null })
    expect(await loadInbox({ actorId: own, cohortId, show: 'open' })).toMatchObject({
      ...{ open: 0, solved: 1, groups: [] },
    })
    const seen = async () => openOwnFlags(await as(analyst), { now: NOON })
    expect((await seen())[0]).toMatchObject({
      reply: 'Mended.',
      fresh: true,
      repliedBy: expect.any(String),
    })
    expect((await seen())[0]).toMatchObject({ reply: 'Mended.', fresh: false })
    expect(await database().notification.count({ where: { userId: analyst, kind: 'reply' } })).toBe(
      1,
    )
    await answerFlag({ ...answered, reply: null, solved: false, mendedBy: null })
    expect((await loadInbox({ actorId: own, cohortId, show: 'open' })).open).toBe(1)
  })

  test('names only a correction that was made after it', async () => {
    const raised = flag(NOON - 5 * MINUTE)
    await send(analyst, NOON, raised)
    const answered = { ...asOwn(), flagId: raised.id, reply: null, solved: true, mendedBy: 9 }
    await expect(answerFlag(answered)).rejects.toMatchObject({ code: 'invalid_input' })
  })

  test('that was taken back is nowhere', async () => {
    const raised = flag(NOON - 5 * MINUTE)
    await send(analyst, NOON, raised, undo(raised.id, NOON - 4 * MINUTE))
    expect((await loadInbox({ actorId: own, cohortId, show: 'open' })).open).toBe(0)
    expect(await openOwnFlags(await as(analyst), { now: NOON })).toEqual([])
  })
})
