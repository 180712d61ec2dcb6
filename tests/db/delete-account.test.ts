import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CertificateChoice, DeletionMode } from '@/lib/account/deletion'
import { cohortGround } from '@/lib/db/cohort/cohort-ground'
import { database } from '@/lib/db/connection/client'
import { forgetExpired } from '@/lib/db/operate/forget-expired'
import { LOG_TABLES, personalTables } from '@/lib/db/people/personal-tables'
import { findUser, insertUser } from '@/lib/db/people/users'
import { insertNote } from '@/lib/db/reminder/notifications'
import { asTopicId, asUserId, type UserId } from '@/lib/kernel/ids'
import { writeNote } from '@/lib/server/cohort/instructor-notes'
import { accommodate, allowExtra } from '@/lib/server/exam/allow-extra'
import { checkCertificate } from '@/lib/server/exam/check-certificate'
import { handInExam } from '@/lib/server/exam/hand-in-exam'
import { loadExamResults } from '@/lib/server/exam/load-exam-results'
import { checkLog } from '@/lib/server/operate/check-log'
import { acceptInvitation } from '@/lib/server/people/accept-invitation'
import { inviteAccount, inviteIntoCohort } from '@/lib/server/people/create-invitation'
import { deleteAccount, describeDeletion } from '@/lib/server/people/delete-account'
import { describeInvitation } from '@/lib/server/people/describe-invitation'
import { loadAdmin } from '@/lib/server/people/load-admin'
import { checkSession, openSession } from '@/lib/server/people/sessions'
import { adminScope } from '@/lib/server/scope'
import { recordReviews } from '@/lib/server/study/record-reviews'
import { wholeScope } from '@/lib/server/whole-scope'
import { begin, examScene, REAL_COURSE, rightOnes, save } from '../support/exam-scene'
import { as, DAY, MINUTE, NOON, openScene, running, send, somebody } from '../support/scene'

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene(REAL_COURSE)
})
afterAll(() => scene.close())

const EXTRA = { extraMinutes: 5, extraPercent: 0 }

/** An analyst with a name, answers, a certificate, a sign-in session, a note and a message. */
async function analyst() {
  const id = asUserId(uuidv7())
  const email = `leaver-${id}@example.org`
  const name = `Vera Toll ${id}`
  await insertUser({
    id,
    email,
    name,
    role: 'learner',
    passwordHash: 'x',
    zone: 'Asia/Kathmandu',
    createdAt: NOON - 90 * DAY,
  })
  const {
    actorId: instructorId,
    cohortId,
    scope,
    examId,
    code,
  } = await examScene({
    blueprint: [{ topicId: asTopicId('membership'), questions: 5 }],
  })
  await acceptInvitation(await as(id), { code, now: NOON })
  const running = await begin(id, examId)
  const { attemptId, drawn } = running
  await save(id, running, rightOnes(running, 5), NOON + 6 * MINUTE)
  await handInExam(await as(id), { attemptId, now: NOON + 7 * MINUTE })
  const [attempt] = await database().examAttempt.findMany({ where: { userId: id } })
  const certificate = attempt?.code ?? expect.unreachable('no certificate')

  for (const { question } of drawn) await send(id, NOON, graded(question.id))
  const because = { userId: id, reason: 'A broken wrist.', now: NOON }
  await allowExtra(scope, { ...because, examId, ...EXTRA, extraAttempts: 1 })
  await accommodate(scope, { ...because, ...EXTRA })
  await database().examRegraded.create({
    data: {
      ...{ userId: id, attemptId, position: 0, choice: 'both', graded: 'right', outcome: 'right' },
      at: new Date(NOON),
    },
  })
  await writeNote(scope, { userId: id, text: 'Slow.', now: NOON })
  await insertNote(id, NOON, { kind: 'reply', title: 'A reply', body: '', href: '/flags' })
  const sessionId = await openSession({ userId: id, now: NOON })
  const [first] = drawn
  const questionId = first?.question.id ?? expect.unreachable('nothing was drawn')
  return {
    id,
    email,
    name,
    certificate,
    sessionId,
    instructorId,
    cohortId,
    scope,
    examId,
    questionId,
  }
}

const graded = (questionId: string, at = NOON) => ({
  id: uuidv7(),
  questionId,
  kind: 'grade',
  at: new Date(at).toISOString(),
  rating: 3,
  answer: null,
  durationMs: 5000,
  context: 'review',
})

const remove = (userId: UserId, mode: DeletionMode, certificates: CertificateChoice = 'keep') =>
  deleteAccount(wholeScope(), { userId, mode, certificates, now: NOON + DAY })

/** How many rows of a person each table has. */
async function rowsPerTable(userId: UserId): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of await personalTables()) {
    const [row] = await database().$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM "${table}" WHERE "userId" = $1::uuid`,
      userId,
    )
    if (row && row.n > 0) counts[table] = row.n
  }
  return counts
}

/** Every place of the whole database in which a text stands. */
async function tablesThatContain(text: string): Promise<string[]> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await database().$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM "${name}" t WHERE strpos(t::text, $1) > 0`,
      text,
    )
    if (row && row.n > 0) found.push(name)
  }
  return found
}

describe('deleting an account', () => {
  test('keeps the log without a name, and removes everything else about the person', async () => {
    const { id, email, name, certificate, sessionId, scope, cohortId, examId } = await analyst()
    const before = await rowsPerTable(id)
    await remove(id, 'anonymise', 'revoke')

    const after = await rowsPerTable(id)
    const kept = Object.entries(before).filter(([table]) => LOG_TABLES.includes(table))
    expect(after).toEqual(Object.fromEntries(kept))
    expect(await tablesThatContain(email)).toEqual([])
    expect(await tablesThatContain(name)).toEqual([])
    expect(await tablesThatContain('A broken wrist.')).toEqual([])
    expect(await findUser(id)).toMatchObject({ name: 'Former account', deleted: true })
    expect(await checkSession({ sessionId, now: NOON + DAY })).toBeNull()
    await expect(as(id)).rejects.toEqual(refusal('not_allowed'))

    expect(await checkCertificate({ code: certificate })).toMatchObject({
      name: null,
      voidedAt: NOON + DAY,
    })
    const members = (await cohortGround(cohortId, null))?.members
    expect(members?.map((member) => member.id)).not.toContain(id)
    const { takers } = await loadExamResults(scope, { examId, now: NOON + DAY })
    const tested = takers.filter(({ attempts }) => attempts.length > 0)
    expect(tested.map((taker) => taker.name)).toEqual(['Former account'])
    expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  })

  test('can erase the answers as well, so that no row names the person', async () => {
    const { id, email, name, certificate } = await analyst()
    await remove(id, 'erase', 'revoke')
    expect(await rowsPerTable(id)).toEqual({})
    expect(await findUser(id)).toBeNull()
    expect(await tablesThatContain(email)).toEqual([])
    expect(await tablesThatContain(name)).toEqual([])
    expect(await checkCertificate({ code: certificate })).toMatchObject({
      name: null,
      voidedAt: NOON + DAY,
      right: 5,
    })
    expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  })

  test.each(['anonymise', 'erase'] as const)(
    '%s: a certificate that is kept stays valid, with its name and date',
    async (mode) => {
      const { id, name, email, certificate, scope, examId } = await analyst()
      const before = await checkCertificate({ code: certificate })
      await remove(id, mode, 'keep')
      expect(await checkCertificate({ code: certificate })).toEqual({ ...before, name })
      expect(await tablesThatContain(name)).toEqual(['ExamAttempt'])
      expect(await tablesThatContain(email)).toEqual([])
      const { takers } = await loadExamResults(scope, { examId, now: NOON + DAY })
      expect(takers.filter(({ attempts }) => attempts.length > 0)).toHaveLength(1)
    },
  )

  test('leaves everybody else as they were', async () => {
    const leaver = await analyst()
    const other = await analyst()
    const before = await rowsPerTable(other.id)
    await remove(leaver.id, 'erase')
    expect(await rowsPerTable(other.id)).toEqual(before)
    expect(await checkSession({ sessionId: other.sessionId, now: NOON + DAY })).not.toBeNull()
  })

  test('refuses an answer that arrives after the account was erased', async () => {
    const { id, questionId } = await analyst()
    const scope = await as(id)
    await remove(id, 'erase')
    const events = [graded(questionId, NOON + MINUTE)]
    await expect(recordReviews(scope, { events, now: NOON + MINUTE })).rejects.toThrow()
    expect(await rowsPerTable(id)).toEqual({})
  })

  test('says first what will happen, in numbers, and changes nothing by saying it', async () => {
    const { id, name, email } = await analyst()
    const before = await rowsPerTable(id)
    const words = (mode: DeletionMode, certificates: CertificateChoice) =>
      describeDeletion(wholeScope(), { userId: id, mode, certificates })
    const kept = (await words('anonymise', 'keep')).join(' ')
    expect(kept).toContain(name)
    expect(kept).toContain(email)
    expect(kept).toContain('5 review events and 1 exam attempt stay in the log')
    expect(kept).toContain('One certificate stays valid and keeps the name')
    const erased = (await words('erase', 'revoke')).join(' ')
    expect(erased).toContain('5 review events and 1 exam attempt are deleted for good')
    expect(erased).toContain('One certificate is revoked')
    expect(await rowsPerTable(id)).toEqual(before)
  })

  test('says which cohorts would have no instructor who can sign in, and ends the links that the person made', async () => {
    const { instructorId, cohortId, scope } = await analyst()
    const wish = { role: 'learner' as const, uses: 9, expiresInDays: 7, now: NOON }
    const { code } = await inviteIntoCohort(scope, wish)
    const colleague = await somebody('instructor')
    const joinedAt = new Date(NOON)
    await database().membership.create({
      data: { userId: colleague, cohortId, role: 'instructor', joinedAt },
    })
    await database().user.update({ where: { id: colleague }, data: { disabledAt: joinedAt } })
    const options = { userId: instructorId, mode: 'anonymise', certificates: 'keep' } as const
    expect((await describeDeletion(wholeScope(), options)).join(' ')).toContain(
      'No instructor is left in “Autumn”.',
    )
    await remove(instructorId, 'anonymise')
    expect(await describeInvitation({ code, now: NOON + DAY })).toBeNull()
    const admin = await somebody('admin')
    expect((await running(admin, cohortId)).cohort.name).toBe('Autumn')
  })

  test('is recorded with who did it and how, without name or address', async () => {
    const { id } = await analyst()
    const admin = adminScope(await as(await somebody('admin')))
    await deleteAccount(admin, { userId: id, mode: 'anonymise', certificates: 'keep', now: NOON })
    const event = await database().auditEvent.findFirst({
      where: { kind: 'account_deleted', detail: { path: ['user'], equals: id } },
    })
    expect(event).toMatchObject({
      actorId: admin.user.id,
      detail: { user: id, mode: 'anonymise', certificates: 'keep' },
    })
    const { people } = await loadAdmin(admin, { now: NOON, search: '', page: 1 })
    expect(people.map(({ userId }) => userId)).not.toContain(id)
    await expect(remove(id, 'anonymise')).rejects.toEqual(refusal('not_found'))
  })

  test('never takes the last administrator, however many are deleted at once', async () => {
    await database().user.updateMany({
      where: { role: 'admin' },
      data: { disabledAt: new Date(NOON) },
    })
    const admins = await Promise.all([1, 2, 3].map(() => somebody('admin')))
    await database().user.updateMany({
      where: { id: { in: admins } },
      data: { passwordHash: 'x' },
    })
    const settled = await Promise.allSettled(admins.map((id) => remove(id, 'erase')))
    const refused = settled.filter(({ status }) => status === 'rejected')
    expect(refused).toEqual([
      expect.objectContaining({ reason: expect.objectContaining({ code: 'last_admin' }) }),
    ])
    expect(await database().user.count({ where: { role: 'admin', disabledAt: null } })).toBe(1)
  })

  test('the address can be used for another account afterwards', async () => {
    const { id, email } = await analyst()
    await remove(id, 'anonymise')
    const admin = adminScope(await as(await somebody('admin')))
    await inviteAccount(admin, { role: 'learner', uses: 1, expiresInDays: 7, now: NOON })
    const fresh = { id: asUserId(uuidv7()), name: 'Vera', email, role: 'learner' as const }
    expect(await insertUser({ ...fresh, passwordHash: null, zone: 'UTC', createdAt: NOON })).toBe(
      true,
    )
  })
})

test('every table about a person is either emptied by a deletion or named as part of the log', async () => {
  const tables = await personalTables()
  expect(tables.filter((table) => LOG_TABLES.includes(table))).toEqual([...LOG_TABLES])
  // Whoever adds a table decides here which of the two it is.
  expect(tables.filter((table) => !LOG_TABLES.includes(table))).toEqual([
    'ActStep',
    'AssignmentExtension',
    'ExamAccommodation',
    'ExamAllowance',
    'ExamAppeal',
    'ExamPageAsked',
    'InstructorNote',
    'Membership',
    'Notification',
    'PasswordLink',
    'ProviderIdentity',
    'RecoveryCode',
    'RiskSnooze',
    'SecondFactor',
    'Session',
  ])
})

test('messages, sessions and invitations that have expired are deleted, and the others stay', async () => {
  const userId = await somebody()
  const notes = [
    { at: NOON - 400 * DAY, readAt: null },
    { at: NOON - 100 * DAY, readAt: null },
    { at: NOON - 100 * DAY, readAt: NOON - 99 * DAY },
    { at: NOON - 10 * DAY, readAt: NOON - 9 * DAY },
  ]
  await database().notification.createMany({
    data: notes.map(({ at, readAt }) => ({
      userId,
      id: uuidv7(),
      at: new Date(at),
      readAt: readAt === null ? null : new Date(readAt),
      kind: 'digest',
      title: '',
      body: '',
    })),
  })
  const old = await openSession({ userId, now: NOON - 40 * DAY })
  const open = await openSession({ userId, now: NOON - DAY })
  await database().sentMessage.createMany({
    data: [61, 1].map((days) => ({ key: `x/${days}`, at: new Date(NOON - days * DAY) })),
  })
  await forgetExpired(NOON)
  await forgetExpired(NOON)
  const kept = await database().notification.findMany({ where: { userId }, orderBy: { at: 'asc' } })
  expect(kept.map(({ at }) => at.getTime())).toEqual([NOON - 100 * DAY, NOON - 10 * DAY])
  const sessions = await database().session.findMany({ where: { id: { in: [old, open] } } })
  expect(sessions.map(({ id }) => id)).toEqual([open])
  const sent = await database().sentMessage.findMany({ where: { key: { startsWith: 'x/' } } })
  expect(sent.map(({ key }) => key)).toEqual(['x/1'])
})
