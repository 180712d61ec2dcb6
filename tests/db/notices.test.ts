import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { insertNotices } from '@/lib/db/reminder/notices'
import { updateReminderSettings } from '@/lib/db/reminder/reminder-settings'
import { asCohortId, asInvitationId, type CohortId, type UserId } from '@/lib/kernel/ids'
import { enrolledNotice } from '@/lib/reminder/notices'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadCohort } from '@/lib/server/cohort/load-cohort'
import { createAssignment, extendAssignment } from '@/lib/server/cohort/save-assignment'
import { requireCourse } from '@/lib/server/current-course'
import { announceExams } from '@/lib/server/exam/announce-exams'
import { createExam } from '@/lib/server/exam/create-exam'
import { examTopics } from '@/lib/server/exam/exam-topics'
import { acceptInvitation } from '@/lib/server/people/accept-invitation'
import { acceptOffer, declineOffer } from '@/lib/server/people/answer-offer'
import { bulkInvite } from '@/lib/server/people/bulk-invite'
import { inviteIntoCohort } from '@/lib/server/people/create-invitation'
import { enrolPerson, loadEnrolment } from '@/lib/server/people/enrol-person'
import { loadNotifications } from '@/lib/server/reminder/notifications'
import { sendInvitations } from '@/lib/server/reminder/send-invitations'
import { sendNotices } from '@/lib/server/reminder/send-notices'
import { adminScope } from '@/lib/server/scope'
import { saveReminders } from '@/lib/server/settings/reminder-settings'
import { loadToday } from '@/lib/server/study/load-today'
import { wholeScope } from '@/lib/server/whole-scope'
import { mailScene } from '../support/mail-scene'
import { as, changing, DAY, instructing, MINUTE, NOON, somebody } from '../support/scene'

const WHOLE = wholeScope()
const HOUR = 60 * MINUTE
const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })

const sink = mailScene()
const { smtp } = sink
beforeEach(async () => {
  await database().invitation.deleteMany()
})

/** A cohort with an instructor and one analyst. */
async function cohort() {
  const actorId = await somebody('instructor')
  const cohortId = await createCohort(await instructing(actorId), { name: 'Autumn', now: NOON })
  const scope = await changing(actorId, cohortId)
  const { code } = await inviteIntoCohort(scope, {
    ...{ role: 'learner', uses: 9, expiresInDays: 7, now: NOON },
  })
  const userId = await somebody()
  await acceptInvitation(await as(userId), { code, now: NOON })
  return { actorId, cohortId, scope: await changing(actorId, cohortId), userId, code }
}

const titles = async (userId: UserId) =>
  (await loadNotifications(await as(userId))).map(({ title }) => title)
const emailOf = async (id: UserId) =>
  (await database().user.findUniqueOrThrow({ where: { id } })).email
const told = async (userId: UserId, at = NOON) =>
  insertNotices(
    [{ userId, notice: enrolledNotice({ id: 'c', name: 'Autumn', by: 'Vera', at }) }],
    at,
  )

describe('a notice', () => {
  test('goes by mail once, in plain text, with a way to stop it, and stays in the app', async () => {
    const userId = await somebody()
    await told(userId)
    expect(await sendNotices(WHOLE, { now: NOON + MINUTE, mailer: smtp() })).toEqual(['mailed'])
    expect(await sendNotices(WHOLE, { now: NOON + 2 * MINUTE, mailer: smtp() })).toEqual([])
    const [mail, ...others] = sink.mails
    expect(others).toEqual([])
    expect(mail?.to).toBe(await emailOf(userId))
    expect(mail?.data).toMatch(/^Content-Type: text\/plain/m)
    expect(mail?.data).not.toContain('text/html')
    expect(mail?.data).toMatch(
      /^List-Unsubscribe: <https:\/\/steppe\.example\/settings\/reminders>/m,
    )
    expect(mail?.data.replaceAll('=\r\n', '')).toContain('https://steppe.example/today')
    expect(await titles(userId)).toEqual(['You are in the cohort “Autumn” now'])
  })

  test('is sent once also by two processes at the same moment', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => somebody()))
    for (const userId of people) await told(userId)
    const runs = [smtp(), smtp(), smtp()].map((mailer) => sendNotices(WHOLE, { now: NOON, mailer }))
    await Promise.all(runs)
    await sendNotices(WHOLE, { now: NOON + MINUTE, mailer: smtp() })
    const to = sink.mails.map((mail) => mail.to)
    expect(to).toHaveLength(4)
    expect(new Set(to).size).toBe(4)
  })

  test('waits for the hours in which a digest may come', async () => {
    const userId = await somebody()
    const night = NOON - 9 * HOUR
    await told(userId, night)
    expect(await sendNotices(WHOLE, { now: night, mailer: smtp() })).toEqual([])
    expect(await sendNotices(WHOLE, { now: NOON - 5 * HOUR, mailer: smtp() })).toEqual(['mailed'])
  })

  test('of somebody asleep holds up none of the others, however few go in a run', async () => {
    const [asleep, awake] = [await somebody(), await somebody()]
    const zone = 'America/Los_Angeles'
    await database().user.update({ where: { id: asleep }, data: { zone } })
    await told(asleep, NOON - MINUTE)
    await told(awake)
    expect(await sendNotices(WHOLE, { now: NOON, mailer: smtp() }, 1)).toEqual(['mailed'])
    expect(sink.mails.map(({ to }) => to)).toEqual([await emailOf(awake)])
    const theirDay = NOON + 10 * HOUR
    expect(await sendNotices(WHOLE, { now: theirDay, mailer: smtp() }, 1)).toEqual(['mailed'])
    expect(sink.mails.at(-1)?.to).toBe(await emailOf(asleep))
  })

  test('goes by no mail to who does not want it so, has read it, or is disabled, nor when it is old', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => somebody()))
    const [unwanted, read, disabled, old] = people as [UserId, UserId, UserId, UserId]
    await saveReminders(await as(unwanted), { noticesByMail: ['exams'] }, NOON)
    for (const userId of [unwanted, read, disabled]) await told(userId)
    await told(old, NOON - 3 * DAY)
    await database().notification.updateMany({
      where: { userId: read },
      data: { readAt: new Date(NOON) },
    })
    await database().user.update({ where: { id: disabled }, data: { disabledAt: new Date(NOON) } })
    expect(await sendNotices(WHOLE, { now: NOON, mailer: smtp() })).toEqual([])
    await updateReminderSettings(unwanted, { noticesByMail: ['cohorts'] })
    expect(await sendNotices(WHOLE, { now: NOON + MINUTE, mailer: smtp() })).toEqual([])
    expect(sink.mails).toEqual([])
  })

  test('waits while the mail server fails, and is not sent twice when it hangs up', async () => {
    const userId = await somebody()
    await told(userId, NOON - 5 * HOUR)
    const mailer = smtp()
    sink.state.mood = 'busy'
    expect(await sendNotices(WHOLE, { now: NOON - 5 * HOUR, mailer })).toEqual(['later'])
    sink.state.mood = 'hangs-up-after-data'
    expect(await sendNotices(WHOLE, { now: NOON - 5 * HOUR + 5 * MINUTE, mailer })).toEqual([
      'over',
    ])
    sink.state.mood = 'takes'
    expect(await sendNotices(WHOLE, { now: NOON, mailer: smtp() })).toEqual([])
    expect(sink.mails).toHaveLength(1)
  })

  test('stays in the app alone without a mail server, also when there is one later', async () => {
    const userId = await somebody()
    await told(userId)
    expect(await sendNotices(WHOLE, { now: NOON, mailer: null })).toEqual([])
    expect(await sendNotices(WHOLE, { now: NOON + MINUTE, mailer: smtp() })).toEqual([])
    expect(await titles(userId)).toHaveLength(1)
  })

  test('of the same thing is told to a person once', async () => {
    const userId = await somebody()
    await told(userId)
    await told(userId)
    expect(await titles(userId)).toHaveLength(1)
  })
})

describe('people are told', () => {
  test('of a new assignment and of a later due date for them', async () => {
    const { scope, userId } = await cohort()
    const other = await somebody()
    const [lesson] = (await requireCourse()).catalogue.lessons
    if (!lesson) return expect.unreachable()
    const assignmentId = await createAssignment(scope, {
      ...{ now: NOON, target: { kind: 'lesson', id: lesson.id }, reach: 'all' },
      ...{ due: { on: '2026-07-01' }, targetPercent: 80 },
    })
    const extension = { assignmentId, userId, on: '2026-07-09', note: 'Ill.', now: NOON + MINUTE }
    await extendAssignment(scope, extension)
    const notes = await loadNotifications(await as(userId))
    expect(notes.map(({ title }) => title)).toEqual([
      `More time for an assignment: ${lesson.title}`,
      `New assignment: ${lesson.title}`,
    ])
    expect(notes.map(({ body }) => body).join(' ')).not.toContain('Ill.')
    expect(notes[0]?.body).toContain('9 July 2026')
    expect(await titles(other)).toEqual([])
  })

  test('that an exam opened, when it opens, each once, and who joins soon after as well', async () => {
    const { scope, userId, code } = await cohort()
    const [topic] = (await examTopics(scope)).filter(({ room }) => room.all.most > 0)
    await createExam(scope, {
      ...{ title: 'Sign-off', minutes: 30, passMark: 0.8, movesSchedule: false, now: NOON },
      ...{ maxAttempts: 1, retakeAfterDays: 0, opensAt: NOON + DAY, closesAt: NOON + 9 * DAY },
      blueprint: [{ topicId: topic?.id ?? expect.unreachable(), questions: 1 }],
    })
    expect(await announceExams(WHOLE, { now: NOON })).toBe(0)
    const open = NOON + DAY
    await Promise.all([1, 2].map(() => announceExams(WHOLE, { now: open })))
    expect(await titles(userId)).toEqual(['An exam is open: Sign-off'])
    const late = await somebody()
    await acceptInvitation(await as(late), { code, now: open + HOUR })
    expect(await announceExams(WHOLE, { now: open + HOUR })).toBe(1)
    expect(await titles(late)).toEqual(['An exam is open: Sign-off'])
    expect(await announceExams(WHOLE, { now: open + 2 * HOUR })).toBe(0)
    expect(await titles(userId)).toHaveLength(1)
  })
})

describe('a roster that is invited by mail', () => {
  const invite = async (scope: Awaited<ReturnType<typeof cohort>>['scope'], text: string) =>
    bulkInvite(scope, { text, faulty: 'none', byMail: true, now: NOON })
  const linkIn = (data: string) =>
    data.replaceAll('=\r\n', '').match(/https:\/\/steppe\.example\/join\/([\w-]+)/)?.[1] ?? ''

  test('sends each person one link that works, and stores none', async () => {
    const { scope, cohortId } = await cohort()
    const mailer = smtp()
    const { invited } = await invite(scope, 'Kim,kim@example.net\nLee,lee@example.net')
    await Promise.all([1, 2].map(() => sendInvitations(WHOLE, { now: NOON, mailer })))
    expect(await sendInvitations(WHOLE, { now: NOON + HOUR, mailer })).toEqual([])
    expect(sink.mails.map(({ to }) => to).sort()).toEqual(['kim@example.net', 'lee@example.net'])
    const codes = sink.mails.map(({ data }) => linkIn(data))
    expect(new Set(codes).size).toBe(2)
    for (const [index, code] of codes.entries()) {
      expect(invited.map((one) => one.code)).not.toContain(code)
      expect(sink.mails[index]?.data).not.toContain('text/html')
      expect(sink.mails[index]?.data).not.toContain('List-Unsubscribe')
      const [row] = await database().$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM "Invitation" i WHERE strpos(i::text, ${code}) > 0`
      expect(row?.n).toBe(0)
    }
    const person = await somebody()
    await database().user.update({ where: { id: person }, data: { email: 'kim@example.net' } })
    const mine = sink.mails.find(({ to }) => to === 'kim@example.net')
    await acceptInvitation(await as(person), { code: linkIn(mine?.data ?? ''), now: NOON + HOUR })
    const { invitations } = await loadCohort(scope, { now: NOON + HOUR, page: 1 })
    expect(invitations.filter(({ email }) => email !== null)).toMatchObject([
      { email: 'lee@example.net', mail: { state: 'sent', at: NOON } },
    ])
    expect(
      (await database().membership.findMany({ where: { cohortId, userId: person } })).length,
    ).toBe(1)
  })

  test('says by line which address was refused, and tries again while the server is busy', async () => {
    const { scope } = await cohort()
    const mailer = smtp()
    await invite(scope, 'Kim,kim@example.net')
    sink.state.mood = 'busy'
    expect(await sendInvitations(WHOLE, { now: NOON, mailer })).toEqual(['later'])
    sink.state.mood = 'refuses-recipients'
    expect(await sendInvitations(WHOLE, { now: NOON + 5 * MINUTE, mailer })).toEqual(['over'])
    const { invitations } = await loadCohort(scope, { now: NOON + HOUR, page: 1 })
    const kim = invitations.find(({ email }) => email === 'kim@example.net')
    expect(kim?.mail?.state).toBe('failed')
    expect(kim?.mail?.fault).toContain('550')
  })

  test('is refused without mail, and sends nothing that was revoked', async () => {
    const { scope } = await cohort()
    await expect(invite(scope, 'Kim,kim@example.net')).rejects.toEqual(refusal('invalid_input'))
    const mailer = smtp()
    await invite(scope, 'Kim,kim@example.net')
    await invite(scope, 'Kim,kim@example.net')
    await sendInvitations(WHOLE, { now: NOON, mailer })
    expect(sink.mails).toHaveLength(1)
  })
})

describe('somebody who has an account', () => {
  const offers = async (userId: UserId) => (await loadToday(await as(userId), { now: NOON })).offers
  const inviting = async (userId: UserId) => {
    const made = await cohort()
    const text = `Kim,${await emailOf(userId)}\nNobody,nobody-${userId}@example.net`
    await bulkInvite(made.scope, { text, faulty: 'none', now: NOON })
    return made
  }
  const isMember = async (userId: UserId, cohortId: CohortId) =>
    (await database().membership.count({ where: { userId, cohortId } })) === 1

  test('is asked in the app when an instructor invites the address, and joins by accepting', async () => {
    const userId = await somebody()
    const { cohortId } = await inviting(userId)
    expect(await titles(userId)).toEqual(['You are invited to the cohort “Autumn”'])
    const [offer] = await offers(userId)
    expect(offer?.cohortName).toBe('Autumn')
    expect(await isMember(userId, cohortId)).toBe(false)
    const other = await somebody()
    const id = offer?.id ?? asInvitationId('')
    const theirs = acceptOffer(await as(other), { invitationId: id, now: NOON })
    await expect(theirs).rejects.toEqual(refusal('not_found'))
    await acceptOffer(await as(userId), { invitationId: id, now: NOON })
    expect(await isMember(userId, cohortId)).toBe(true)
    expect(await offers(userId)).toEqual([])
    const again = acceptOffer(await as(userId), { invitationId: id, now: NOON })
    await expect(again).rejects.toEqual(refusal('not_found'))
  })

  test('declines without anybody learning of it, and an instructor sees the same as of a stranger', async () => {
    const userId = await somebody()
    const { scope, cohortId } = await inviting(userId)
    const seen = async () =>
      (await loadCohort(scope, { now: NOON, page: 1 })).invitations
        .filter(({ email }) => email !== null)
        .map(({ id: _, email: __, ...rest }) => rest)
    const before = await seen()
    expect(before[0]).toEqual(before[1])
    const [offer] = await offers(userId)
    await declineOffer(await as(userId), {
      invitationId: offer?.id ?? asInvitationId(''),
      now: NOON,
    })
    expect(await offers(userId)).toEqual([])
    expect(await isMember(userId, cohortId)).toBe(false)
    expect(await seen()).toEqual(before)
    expect(
      await database().auditEvent.count({
        where: { kind: 'invitation_declined', actorId: userId },
      }),
    ).toBe(1)
  })

  test('is never offered a role by address alone', async () => {
    const { scope } = await cohort()
    const userId = await somebody()
    await inviteIntoCohort(scope, { role: 'instructor', uses: 1, expiresInDays: 7, now: NOON })
    await database().invitation.updateMany({
      where: { role: 'instructor' },
      data: { email: await emailOf(userId) },
    })
    expect(await offers(userId)).toEqual([])
  })

  test('is added at once by an administrator and told; others may not', async () => {
    const { cohortId } = await cohort()
    const userId = await somebody()
    const admin = adminScope(await as(await somebody('admin')))
    const wanted = { userId, cohortId, now: NOON }
    expect((await loadEnrolment(admin, { userId })).choices.map(({ id }) => id)).toContain(cohortId)
    await enrolPerson(admin, wanted)
    expect(await isMember(userId, cohortId)).toBe(true)
    expect(await titles(userId)).toEqual(['You are in the cohort “Autumn” now'])
    expect((await loadEnrolment(admin, { userId })).inside).toEqual([
      { id: cohortId, name: 'Autumn' },
    ])
    await expect(enrolPerson(admin, wanted)).rejects.toEqual(refusal('invalid_input'))
    const nowhere = enrolPerson(admin, { ...wanted, cohortId: asCohortId('no-cohort') })
    await expect(nowhere).rejects.toEqual(refusal('not_found'))
    await database().cohort.update({
      where: { id: cohortId },
      data: { archivedAt: new Date(NOON) },
    })
    const archived = enrolPerson(admin, { ...wanted, userId: await somebody() })
    await expect(archived).rejects.toEqual(refusal('not_found'))
    const instructor = await as(await somebody('instructor'))
    expect(() => adminScope(instructor)).toThrow()
    const event = await database().auditEvent.findFirst({ where: { kind: 'member_enrolled' } })
    expect(event).toMatchObject({ subjectId: userId, actorId: admin.user.id })
  })
})
