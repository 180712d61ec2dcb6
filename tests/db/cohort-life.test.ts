import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { asInvitationId, type CohortId, type UserId } from '@/lib/kernel/ids'
import { answerFlag } from '@/lib/server/cohort/answer-flag'
import { archiveCohort, renameCohort, reopenCohort } from '@/lib/server/cohort/cohort-life'
import { leaveCohort, moveLearner, putBack } from '@/lib/server/cohort/cohort-membership'
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
import { inviteIntoCohort } from '@/lib/server/people/create-invitation'
import { describeInvitation } from '@/lib/server/people/describe-invitation'
import { joinByInvitation } from '@/lib/server/people/join-by-invitation'
import { allowInCohort, revokeInCohort } from '@/lib/server/people/revoke-invitation'
import { loadOwnFlags, noteRepliesSeen } from '@/lib/server/study/load-own-flags'
import { loadToday } from '@/lib/server/study/load-today'
import {
  as,
  changing,
  DAY,
  grade,
  instructing,
  MINUTE,
  NOON,
  openScene,
  QUESTION,
  running,
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
  cohortId = await createCohort(await instructing(own), { name: 'Own', now: NOON - 40 * DAY })
  await join(analyst, cohortId)
  module = (await requireCourse()).catalogue.course.modules[0]?.id ?? ''
})

const now = NOON
const mine = () => changing(own, cohortId)
const seen = () => running(own, cohortId)
const members = () =>
  database().membership.findMany({ where: { cohortId }, orderBy: { joinedAt: 'asc' } })
const account = (code: string, email: string) => ({
  code,
  email,
  name: 'Somebody',
  password: 'long enough to be one',
  zone: 'UTC',
  now: NOON,
})

describe('an invitation of many', () => {
  const text = 'name,email\nEva,eva@example.net\nNobody,nowhere\nFrank,frank@example.net'

  test('tells the wrong lines and invites nobody while it is only looked at', async () => {
    const { rows, faults } = await checkRoster(await mine(), { text })
    expect(rows.map(({ name }) => name)).toEqual(['Eva', 'Frank'])
    expect(faults.map(({ line }) => line)).toEqual([3])
    expect(await database().invitation.count({ where: { cohortId } })).toBe(0)
  })

  test('invites the good lines or nobody, as chosen', async () => {
    const none = bulkInvite(await mine(), { text, faulty: 'none', now })
    await expect(none).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await database().invitation.count({ where: { cohortId } })).toBe(0)
    const { invited, faults } = await bulkInvite(await mine(), { text, faulty: 'skip', now })
    expect(invited.map(({ name }) => name)).toEqual(['Eva', 'Frank'])
    expect(faults).toHaveLength(1)
  })

  test('makes links that are good once, for the address they were made for', async () => {
    const [eva] = (await bulkInvite(await mine(), { text, faulty: 'skip', now })).invited
    if (!eva) throw new Error('Nobody was invited')
    expect(await describeInvitation({ code: eva.code, now: NOON })).toMatchObject({
      email: 'eva@example.net',
      name: 'Eva',
      cohortName: 'Own',
    })
    const stranger = joinByInvitation(account(eva.code, 'mallory@example.net'))
    await expect(stranger).rejects.toMatchObject({ code: 'not_allowed' })
    const withAccount = acceptInvitation(await as(other), { code: eva.code, now: NOON })
    await expect(withAccount).rejects.toMatchObject({ code: 'not_allowed' })
    await joinByInvitation(account(eva.code, 'eva@example.net'))
    expect(await members()).toHaveLength(3)
    const again = joinByInvitation(account(eva.code, 'eva@example.net'))
    await expect(again).rejects.toMatchObject({ code: 'invitation_invalid' })
    const there = await checkRoster(await mine(), { text: 'Eva,eva@example.net' })
    expect(there.faults[0]?.reason).toBe('This person is already in this cohort.')
  })

  test('are made for 5,000 people at once', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => `Слушатель ${at},s${at}@example.net`)
    const { invited } = await bulkInvite(await mine(), {
      text: many.join('\n'),
      faulty: 'none',
      now,
    })
    expect(invited).toHaveLength(5000)
    expect(new Set(invited.map(({ code }) => code)).size).toBe(5000)
    expect(
      await database().invitation.count({ where: { cohortId, email: { startsWith: 's' } } }),
    ).toBe(5000)
    await database().invitation.deleteMany({ where: { cohortId, email: { startsWith: 's' } } })
  }, 60_000)

  test('made again for the same address, leaves the newer link only', async () => {
    const gina = 'Gina,gina@example.net'
    const [first] = (await bulkInvite(await mine(), { text: gina, faulty: 'none', now })).invited
    const [second] = (await bulkInvite(await mine(), { text: gina, faulty: 'none', now })).invited
    expect(await describeInvitation({ code: first?.code ?? '', now: NOON })).toBeNull()
    expect(await describeInvitation({ code: second?.code ?? '', now: NOON })).not.toBeNull()
  })
})

describe('a member', () => {
  test('moves to another cohort with the day they joined, cards and log untouched', async () => {
    await send(analyst, NOON, grade(3, NOON - MINUTE))
    const before = await database().card.findMany({ where: { userId: analyst } })
    const to = await createCohort(await instructing(own), { name: 'Next', now })
    await moveLearner(await mine(), await changing(own, to), { userId: analyst, now })
    expect((await members()).map(({ userId }) => userId)).toEqual([own])
    const moved = await database().membership.findFirstOrThrow({
      where: { cohortId: to, userId: analyst },
    })
    expect(moved.joinedAt.getTime()).toBe(NOON - 30 * DAY)
    expect(await database().card.findMany({ where: { userId: analyst } })).toEqual(before)
  })

  test('does not move into a cohort of somebody else, nor where they are already', async () => {
    const theirs = await createCohort(await instructing(other), { name: 'Theirs', now })
    await expect(changing(own, theirs)).rejects.toMatchObject({ code: 'not_found' })
    const second = await createCohort(await instructing(own), { name: 'Second', now })
    await join(analyst, second)
    const twice = moveLearner(await mine(), await changing(own, second), { userId: analyst, now })
    await expect(twice).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await members()).toHaveLength(2)
  })

  test('can be taken out and come back; the last instructor cannot leave, of two both cannot at once', async () => {
    await leaveCohort(await mine(), { userId: analyst, now })
    expect(await members()).toHaveLength(1)
    const again = leaveCohort(await mine(), { userId: analyst, now })
    await expect(again).rejects.toMatchObject({ code: 'not_found' })
    await expect(leaveCohort(await mine(), { userId: own, now })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await join(other, cohortId, 'instructor')
    const both = await Promise.allSettled([
      leaveCohort(await mine(), { userId: own, now }),
      leaveCohort(await changing(other, cohortId), { userId: other, now }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await members()).toHaveLength(1)
  })
})

describe('an archived cohort', () => {
  test('is read and not changed, lets nobody in, asks nothing, and can be opened again', async () => {
    const wish = { role: 'learner', uses: 5, expiresInDays: 7, now } as const
    const { code } = await inviteIntoCohort(await mine(), wish)
    await createAssignment(await mine(), assignment())
    expect((await loadToday(await as(analyst), { now: NOON })).assignments).toHaveLength(1)
    await archiveCohort(await seen(), { now })
    expect((await loadCohort(await seen(), { now, page: 1 })).archived).toBe(true)
    expect(await describeInvitation({ code, now: NOON })).toBeNull()
    await expect(joinByInvitation(account(code, 'late@example.net'))).rejects.toMatchObject({
      code: 'invitation_invalid',
    })
    expect((await loadToday(await as(analyst), { now: NOON })).assignments).toEqual([])
    for (const act of Object.values(changes(own))) {
      await expect(act()).rejects.toMatchObject({ code: 'not_allowed' })
    }
    await reopenCohort(await seen(), { now })
    await renameCohort(await mine(), { name: 'Opened', now })
    expect((await loadCohort(await seen(), { now, page: 1 })).name).toBe('Opened')
  })
})

const assignment = (over: Partial<AssignmentInput> = {}): AssignmentInput => ({
  now,
  target: { kind: 'module', id: module },
  reach: 'all',
  due: { afterDays: 40 },
  targetPercent: 80,
  ...over,
})

/** Every change of the cohort, as somebody. */
const changes = (userId: UserId) => {
  const theirs = () => changing(userId, cohortId)
  const whose = { userId: analyst, now }
  const what = { assignmentId: uuidv7(), now }
  const reply = { flagId: uuidv7(), reply: 'No.', solved: true, mendedBy: null, now }
  return {
    rename: async () => renameCohort(await theirs(), { name: 'Mine', now }),
    invite: async () =>
      bulkInvite(await theirs(), { text: 'A,a@example.net', faulty: 'none', now }),
    link: async () =>
      inviteIntoCohort(await theirs(), { role: 'learner', uses: 1, expiresInDays: 1, now }),
    remove: async () => leaveCohort(await theirs(), whose),
    move: async () => moveLearner(await theirs(), await theirs(), whose),
    assign: async () => createAssignment(await theirs(), assignment()),
    change: async () => changeAssignment(await theirs(), { ...assignment(), ...what }),
    unassign: async () => removeAssignment(await theirs(), what),
    extend: async () => extendAssignment(await theirs(), { ...what, ...whose, on: null, note: '' }),
    answer: async () => answerFlag(await theirs(), reply),
    roster: async () => checkRoster(await theirs(), { text: '' }),
  }
}
/** Everything that an archived cohort allows too. */
const looks = (userId: UserId) => {
  const theirs = () => running(userId, cohortId)
  return {
    people: async () => loadCohort(await theirs(), { now, page: 1 }),
    assignments: async () => loadAssignments(await theirs(), { now }),
    inbox: async () => loadInbox(await theirs(), { show: 'open' }),
    archive: async () => archiveCohort(await theirs(), { now }),
    reopen: async () => reopenCohort(await theirs(), { now }),
  }
}

describe('another’s cohort', () => {
  test('can neither be seen nor touched by an instructor who has no part in it', async () => {
    for (const act of Object.values({ ...changes(other), ...looks(other) })) {
      await expect(act()).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await loadCohort(await seen(), { now, page: 1 })).toMatchObject({
      name: 'Own',
      archived: false,
      invitations: [],
    })
    expect(await members()).toHaveLength(2)
    expect((await loadAssignments(await seen(), { now })).assignments).toEqual([])
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
    const id = await createAssignment(await mine(), assignment())
    const days = async () => {
      const [row] = (await loadAssignments(await seen(), { now })).assignments
      return new Map(row?.people.map(({ userId, daysLeft }) => [userId, daysLeft]))
    }
    expect(await days()).toEqual(
      new Map([
        [analyst, 10],
        [late, 35],
      ]),
    )
    const changed = assignment({ due: { on: '2026-06-13' } })
    await changeAssignment(await mine(), { ...changed, assignmentId: id })
    expect(await days()).toEqual(
      new Map([
        [analyst, 10],
        [late, 10],
      ]),
    )
    const named = { assignmentId: id, userId: late, now }
    const ill = { on: '2026-07-01', note: 'Ill for two weeks.' }
    await extendAssignment(await mine(), { ...named, ...ill })
    expect((await days()).get(late)).toBe(28)
    expect((await loadToday(await as(late), { now: NOON })).assignments[0]).toMatchObject({
      due: '2026-07-01',
      daysLeft: 28,
      target: 0.8,
      ready: 0,
    })
    const { modules } = await loadCourse(await as(late), { now: NOON })
    expect(modules.find(({ id }) => id === module)?.due).toBe('2026-07-01')
    await extendAssignment(await mine(), { ...named, on: null, note: '' })
    expect((await days()).get(late)).toBe(10)
    await removeAssignment(await mine(), { assignmentId: id, now })
    expect((await loadAssignments(await seen(), { now })).assignments).toEqual([])
  })

  test('is refused for what the course does not have, a day that is none and a target beyond all', async () => {
    for (const wrong of [
      { target: { kind: 'module', id: 'atlantis' } },
      { due: { on: 'soon' } },
      { due: { afterDays: 0 } },
      { targetPercent: 101 },
    ] as const) {
      await expect(createAssignment(await mine(), assignment(wrong))).rejects.toMatchObject({
        code: 'invalid_input',
      })
    }
    expect((await loadAssignments(await seen(), { now })).assignments).toEqual([])
  })
})

describe('a flag', () => {
  const flag = (at: number) => ({
    id: uuidv7(),
    questionId: QUESTION,
    kind: 'flag',
    at: new Date(at).toISOString(),
    comment: 'Two readings.',
    answer: { kind: 'flash' },
  })

  test('comes to the inbox, is answered and solved, and the analyst sees the reply once as new', async () => {
    const raised = flag(NOON - 5 * MINUTE)
    await send(analyst, NOON, raised)
    const inbox = await loadInbox(await seen(), { show: 'open' })
    expect(inbox).toMatchObject({ open: 1, solved: 0 })
    expect(inbox.groups[0]?.flags[0]).toMatchObject({ id: raised.id, comment: 'Two readings.' })
    const answered = { flagId: raised.id, reply: ' Mended. ', solved: true, now }
    await answerFlag(await mine(), { ...answered, mendedBy: null })
    expect(await loadInbox(await seen(), { show: 'open' })).toMatchObject({
      open: 0,
      solved: 1,
      groups: [],
    })
    const ownFlags = async () => loadOwnFlags(await as(analyst))
    expect((await ownFlags())[0]).toMatchObject({
      reply: 'Mended.',
      fresh: true,
      repliedBy: expect.any(String),
    })
    // Reading changes nothing; the page says so when somebody has it in front of them.
    expect((await ownFlags())[0]).toMatchObject({ fresh: true })
    await noteRepliesSeen(await as(analyst), { until: now - 1, now: NOON })
    expect((await ownFlags())[0]).toMatchObject({ fresh: true })
    await noteRepliesSeen(await as(analyst), { until: now, now: NOON })
    expect((await ownFlags())[0]).toMatchObject({ reply: 'Mended.', fresh: false })
    expect(await database().notification.count({ where: { userId: analyst, kind: 'reply' } })).toBe(
      1,
    )
    const reopened = { ...answered, reply: null, solved: false, mendedBy: null }
    await answerFlag(await mine(), reopened)
    expect((await loadInbox(await seen(), { show: 'open' })).open).toBe(1)
  })

  test('names only a correction that was made after it', async () => {
    const raised = flag(NOON - 5 * MINUTE)
    await send(analyst, NOON, raised)
    const answered = { flagId: raised.id, reply: null, solved: true, mendedBy: 9, now }
    await expect(answerFlag(await mine(), answered)).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })

  test('that was taken back is nowhere', async () => {
    const raised = flag(NOON - 5 * MINUTE)
    await send(analyst, NOON, raised, undo(raised.id, NOON - 4 * MINUTE))
    expect((await loadInbox(await seen(), { show: 'open' })).open).toBe(0)
    expect(await loadOwnFlags(await as(analyst))).toEqual([])
  })
})

test('who is put back has the role and the joining date from before, and the audit has both acts', async () => {
  const before = await members()
  const { name, ...member } = await leaveCohort(await mine(), { userId: analyst, now })
  expect(name).toMatch(/\w/)
  expect(await members()).toHaveLength(before.length - 1)
  await putBack(await mine(), { member, now })
  await putBack(await mine(), { member, now })
  expect(await members()).toEqual(before)
  const kinds = await database().auditEvent.findMany({
    where: { kind: { startsWith: 'member_' }, actorId: own },
    select: { kind: true },
    orderBy: { kind: 'asc' },
  })
  expect(kinds.map(({ kind }) => kind)).toEqual(['member_put_back', 'member_removed'])
})

test('an invitation whose revocation is undone can be used again, and only by its own cohort', async () => {
  const invite = { role: 'learner', uses: 1, expiresInDays: 7, now } as const
  const { code } = await inviteIntoCohort(await mine(), invite)
  const { id } = await database().invitation.findFirstOrThrow({ where: { cohortId } })
  const invitationId = asInvitationId(id)
  await revokeInCohort(await mine(), { invitationId, now })
  expect(await describeInvitation({ code, now })).toBeNull()
  const elsewhere = await createCohort(await instructing(other), { name: 'Other', now })
  const strange = allowInCohort(await changing(other, elsewhere), { invitationId, now })
  await expect(strange).rejects.toMatchObject({ code: 'not_found' })
  await allowInCohort(await mine(), { invitationId, now })
  expect(await describeInvitation({ code, now })).not.toBeNull()
})
