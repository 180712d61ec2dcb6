import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashPassword } from '@/lib/credentials/password'
import { database } from '@/lib/db/connection/client'
import { secondsToWait } from '@/lib/db/connection/throttle'
import { forgetExpired } from '@/lib/db/operate/forget-expired'
import { findUser } from '@/lib/db/people/users'
import { AppError } from '@/lib/kernel/app-error'
import { asUserId, type UserId } from '@/lib/kernel/ids'
import type { Role } from '@/lib/kernel/role'
import { leaveCohort } from '@/lib/server/cohort/cohort-membership'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { acceptInvitation } from '@/lib/server/people/accept-invitation'
import { countPasswordRequest, sendPasswordLink } from '@/lib/server/people/ask-password-link'
import { bulkInvite } from '@/lib/server/people/bulk-invite'
import { changeAccount } from '@/lib/server/people/change-account'
import { changeOwnEmail } from '@/lib/server/people/change-own-email'
import { changePassword } from '@/lib/server/people/change-password'
import { inviteIntoCohort } from '@/lib/server/people/create-invitation'
import { deleteAccount } from '@/lib/server/people/delete-account'
import { describeInvitation } from '@/lib/server/people/describe-invitation'
import { disableAccount, enableAccount } from '@/lib/server/people/disable-account'
import { loadAccount } from '@/lib/server/people/load-account'
import { makePasswordLink } from '@/lib/server/people/make-password-link'
import { countOtherSessions, endOtherSessions } from '@/lib/server/people/other-sessions'
import { checkSession, openSession, verifyCredentials } from '@/lib/server/people/sessions'
import { setPassword } from '@/lib/server/people/set-password'
import { describePasswordLink, setPasswordByLink } from '@/lib/server/people/use-password-link'
import { sendDigests } from '@/lib/server/reminder/send-digests'
import { adminScope } from '@/lib/server/scope'
import { wholeScope } from '@/lib/server/whole-scope'
import { mailSink } from '../support/mail-sink'
import { as, changing, DAY, instructing, NOON, openScene, somebody } from '../support/scene'

const PASSWORD = 'a long enough one'
const NEW = 'another long enough one'
const HOUR = DAY / 24
const WHOLE = wholeScope()
const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })

let scene: { close: () => Promise<void> }
let passwordHash: string
beforeAll(async () => {
  scene = await openScene()
  passwordHash = await hashPassword(PASSWORD)
})
afterAll(() => scene.close())
beforeEach(async () => {
  await database().user.deleteMany()
})

/** Somebody who can sign in. */
async function person(role: Role = 'learner'): Promise<{ id: UserId; email: string }> {
  const id = await somebody(role)
  const { email } = await database().user.update({ where: { id }, data: { passwordHash } })
  return { id, email }
}

const admin = async () => (await person('admin')).id
const administering = async (id: UserId) => adminScope(await instructing(id))
const signsIn = (email: string, password: string) =>
  verifyCredentials({ email, password }).then(
    () => true,
    () => false,
  )
const session = (userId: UserId) => openSession({ userId, now: NOON })
const alive = async (sessionId: Awaited<ReturnType<typeof session>>) =>
  (await checkSession({ sessionId, now: NOON + 1 })) !== null
const audited = async (userId: UserId) =>
  (
    await database().auditEvent.findMany({
      where: { detail: { path: ['user'], equals: userId } },
      orderBy: { id: 'asc' },
    })
  ).map(({ kind, actorId }) => ({ kind, actorId }))

describe('a password set from the command line', () => {
  test('replaces the old one, ends every session and every link, and is audited', async () => {
    const { id, email } = await person()
    const before = await session(id)
    const { code } = await makePasswordLink(WHOLE, { userId: id, now: NOON })
    await setPassword(WHOLE, { userId: id, password: NEW, now: NOON })
    expect([await signsIn(email, PASSWORD), await signsIn(email, NEW)]).toEqual([false, true])
    expect(await alive(before)).toBe(false)
    expect(await describePasswordLink({ code, now: NOON })).toBeNull()
    expect(await audited(id)).toEqual([
      { kind: 'signed_in', actorId: id },
      { kind: 'password_link_made', actorId: null },
      { kind: 'password_set', actorId: null },
    ])
    expect(JSON.stringify(await database().auditEvent.findMany())).not.toContain(NEW)
  })

  test('lets somebody in at once who had tried too many wrong ones', async () => {
    const { id, email } = await person()
    for (let i = 0; i < 10; i += 1) await signsIn(email, 'guess')
    expect(await signsIn(email, PASSWORD)).toBe(false)
    await setPassword(WHOLE, { userId: id, password: NEW, now: NOON })
    expect(await signsIn(email, NEW)).toBe(true)
  })

  test('that breaks the rule changes nothing', async () => {
    const { id, email } = await person()
    const attempt = setPassword(WHOLE, { userId: id, password: 'short', now: NOON })
    await expect(attempt).rejects.toEqual(refusal('invalid_input'))
    expect(await signsIn(email, PASSWORD)).toBe(true)
  })
})

describe('a link for a new password', () => {
  test('works once, ends all sessions, and leaves the old password good until then', async () => {
    const { id, email } = await person()
    const actor = await admin()
    const before = await session(id)
    const keeper = await administering(actor)
    const { code } = await makePasswordLink(keeper, { userId: id, now: NOON })
    expect([await alive(before), await signsIn(email, PASSWORD)]).toEqual([true, true])
    expect(await describePasswordLink({ code, now: NOON })).toMatchObject({ email })
    await setPasswordByLink({ code, password: NEW, now: NOON })
    expect([await alive(before), await signsIn(email, PASSWORD)]).toEqual([false, false])
    expect(await signsIn(email, NEW)).toBe(true)
    const again = setPasswordByLink({ code, password: PASSWORD, now: NOON })
    await expect(again).rejects.toEqual(refusal('link_invalid'))
    expect(await signsIn(email, NEW)).toBe(true)
    expect(await audited(id)).toEqual([
      { kind: 'signed_in', actorId: id },
      { kind: 'password_link_made', actorId: actor },
      { kind: 'password_link_used', actorId: id },
    ])
  })

  test('is used by one of several who open it together', async () => {
    const { id } = await person()
    const { code } = await makePasswordLink(WHOLE, { userId: id, now: NOON })
    const tries = [1, 2, 3].map((n) =>
      setPasswordByLink({ code, password: `${NEW} ${n}`, now: NOON }),
    )
    const settled = await Promise.allSettled(tries)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('is not stored in a form that opens it', async () => {
    const { id } = await person()
    const { code } = await makePasswordLink(WHOLE, { userId: id, now: NOON })
    expect(JSON.stringify(await database().passwordLink.findMany())).not.toContain(code)
    expect(JSON.stringify(await database().auditEvent.findMany())).not.toContain(code)
  })

  test.each<[string, (id: UserId, email: string) => Promise<unknown>]>([
    ['a newer link', (userId) => makePasswordLink(WHOLE, { userId, now: NOON })],
    ['disabling', (userId) => disableAccount(WHOLE, { userId, now: NOON })],
    [
      'disabling and enabling',
      async (userId) => {
        await disableAccount(WHOLE, { userId, now: NOON })
        await enableAccount(WHOLE, { userId, now: NOON })
      },
    ],
    [
      'a new address',
      (userId) => changeAccount(WHOLE, { userId, change: { email: 'new@example.org' }, now: NOON }),
    ],
    [
      'a password that the person changed',
      async (userId) => {
        const keep = await session(userId)
        const passwords = { currentPassword: PASSWORD, newPassword: NEW }
        await changePassword(await as(userId), keep, { ...passwords, now: NOON })
      },
    ],
  ])('is ended by %s', async (_, act) => {
    const { id, email } = await person()
    const { code } = await makePasswordLink(WHOLE, { userId: id, now: NOON })
    await act(id, email)
    expect(await describePasswordLink({ code, now: NOON })).toBeNull()
    const attempt = setPasswordByLink({ code, password: 'yet another long one', now: NOON })
    await expect(attempt).rejects.toEqual(refusal('link_invalid'))
  })

  test('is good for 24 hours', async () => {
    const { id } = await person()
    const { code, expiresAt } = await makePasswordLink(WHOLE, { userId: id, now: NOON })
    expect(expiresAt).toBe(NOON + 24 * HOUR)
    expect(await describePasswordLink({ code, now: NOON + 24 * HOUR - 1 })).not.toBeNull()
    expect(await describePasswordLink({ code, now: NOON + 24 * HOUR })).toBeNull()
  })

  test('is not made for a disabled account', async () => {
    const { id } = await person()
    await disableAccount(WHOLE, { userId: id, now: NOON })
    const attempt = makePasswordLink(WHOLE, { userId: id, now: NOON })
    await expect(attempt).rejects.toEqual(refusal('not_allowed'))
  })
})

describe('a link that somebody asks for', () => {
  let sink: Awaited<ReturnType<typeof mailSink>>
  beforeAll(async () => {
    sink = await mailSink()
    process.env.STEPPE_SMTP_URL = sink.url
    process.env.STEPPE_MAIL_FROM = 'steppe@example.org'
    process.env.STEPPE_URL = 'https://steppe.example'
  })
  afterAll(async () => {
    for (const name of ['STEPPE_SMTP_URL', 'STEPPE_MAIL_FROM', 'STEPPE_URL']) {
      delete process.env[name]
    }
    await sink.close()
  })
  beforeEach(() => {
    sink.mails.length = 0
    sink.state.mood = 'takes'
  })
  const codeIn = (data: string) =>
    data.replace(/=\r\n/g, '').match(/steppe\.example\/reset\/([\w-]+)/)?.[1] ?? ''

  test('comes by mail to that address alone and sets a new password', async () => {
    const { id, email } = await person()
    await sendPasswordLink({ email, now: NOON })
    expect(sink.mails.map(({ to }) => to)).toEqual([email])
    const [mail] = sink.mails
    expect(mail?.data).not.toMatch(/List-Unsubscribe|because your settings/)
    await setPasswordByLink({ code: codeIn(mail?.data ?? ''), password: NEW, now: NOON })
    expect(await signsIn(email, NEW)).toBe(true)
    expect((await audited(id)).map(({ kind }) => kind)).toEqual([
      'password_link_asked',
      'password_link_used',
    ])
  })

  test('is not sent to a disabled account or to an address without one', async () => {
    const { id, email } = await person()
    await disableAccount(WHOLE, { userId: id, now: NOON })
    await sendPasswordLink({ email, now: NOON })
    await sendPasswordLink({ email: 'nobody@example.org', now: NOON })
    expect(sink.mails).toEqual([])
    expect(await database().passwordLink.count()).toBe(0)
  })

  test('is not sent to somebody who signs in at the provider alone, and whom a group lets in no more', async () => {
    const { id, email } = await person()
    await database().user.update({ where: { id }, data: { passwordHash: null } })
    await sendPasswordLink({ email, now: NOON })
    expect(sink.mails).toEqual([])
    expect(await database().passwordLink.count({ where: { userId: id } })).toBe(0)
    // An administrator may give a first password.
    const { code } = await makePasswordLink(WHOLE, { userId: id, now: NOON })
    await setPasswordByLink({ code, password: NEW, now: NOON })
    expect(await signsIn(email, NEW)).toBe(true)
  })

  test('is refused after three within an hour, the same for an address without an account', async () => {
    const { email } = await person()
    const messages = await Promise.all(
      [email, 'nobody@example.org'].map(async (address) => {
        for (let i = 0; i < 3; i += 1) await countPasswordRequest({ email: address })
        return countPasswordRequest({ email: address }).catch((error: Error) => error.message)
      }),
    )
    expect(messages[0]).toMatch(/Wait 60 minutes/)
    expect(messages[1]).toBe(messages[0])
    // Asking for a link does not lock anybody out of signing in.
    expect(await signsIn(email, PASSWORD)).toBe(true)
  })

  test('that cannot be mailed is logged and throws nothing', async () => {
    const { email } = await person()
    sink.state.mood = 'refuses-recipients'
    await sendPasswordLink({ email, now: NOON })
    expect(sink.mails).toEqual([])
  })
})

describe('a disabled account', () => {
  test('is signed out at once and cannot sign in until it is enabled, with the same password', async () => {
    const { id, email } = await person()
    const actor = await admin()
    const before = await session(id)
    const input = { userId: id, now: NOON }
    expect(await disableAccount(await administering(actor), input)).toBe('done')
    expect([await alive(before), await signsIn(email, PASSWORD)]).toEqual([false, false])
    expect(await disableAccount(WHOLE, input)).toBe('unchanged')
    expect(await enableAccount(WHOLE, input)).toBe('done')
    expect(await signsIn(email, PASSWORD)).toBe(true)
    expect(await alive(before)).toBe(false)
    expect(await enableAccount(WHOLE, input)).toBe('unchanged')
    expect(await audited(id)).toEqual([
      { kind: 'signed_in', actorId: id },
      { kind: 'account_disabled', actorId: actor },
      { kind: 'account_enabled', actorId: null },
    ])
  })

  test('opens no session that began at the moment of the disabling, also after it is enabled', async () => {
    const { id } = await person()
    await disableAccount(WHOLE, { userId: id, now: NOON })
    // A sign-in that had proved the password just before writes its session just after.
    const late = await session(id)
    expect(await alive(late)).toBe(false)
    await enableAccount(WHOLE, { userId: id, now: NOON })
    expect(await alive(late)).toBe(false)
  })

  test('is told so at sign-in only to somebody who knows the password', async () => {
    const { id, email } = await person()
    await disableAccount(WHOLE, { userId: id, now: NOON })
    await expect(verifyCredentials({ email, password: PASSWORD })).rejects.toEqual(
      refusal('not_allowed'),
    )
    await expect(verifyCredentials({ email, password: 'a guess' })).rejects.toEqual(
      refusal('wrong_credentials'),
    )
  })

  test('takes its open links for everybody with it; invitations for one address stay', async () => {
    await admin()
    const { id } = await person('instructor')
    const cohortId = await createCohort(await instructing(id), { name: 'Autumn', now: NOON })
    const scope = await changing(id, cohortId)
    const wish = { role: 'learner' as const, uses: 20, expiresInDays: 7, now: NOON }
    const open = await inviteIntoCohort(scope, wish)
    const text = 'name,email\nVera Toll,vera@example.org'
    const { invited } = await bulkInvite(scope, { text, faulty: 'none', now: NOON })
    await disableAccount(WHOLE, { userId: id, now: NOON })
    expect(await describeInvitation({ code: open.code, now: NOON })).toBeNull()
    const [personal] = invited
    expect(await describeInvitation({ code: personal?.code ?? '', now: NOON })).not.toBeNull()
  })

  test('gets no digest', async () => {
    const { id } = await person()
    await database().user.update({ where: { id }, data: { dailyDigest: true } })
    await disableAccount(WHOLE, { userId: id, now: NOON })
    const dawn = NOON + 20 * HOUR
    expect(await sendDigests(WHOLE, { now: dawn, mailer: null })).toEqual([])
  })

  test('does not count as the instructor that a cohort must keep', async () => {
    const { id } = await person('instructor')
    const { id: other } = await person('instructor')
    const cohortId = await createCohort(await instructing(id), { name: 'Autumn', now: NOON })
    const wish = { role: 'instructor' as const, uses: 1, expiresInDays: 7, now: NOON }
    const { code } = await inviteIntoCohort(await changing(id, cohortId), wish)
    await acceptInvitation(await as(other), { code, now: NOON })
    await disableAccount(WHOLE, { userId: other, now: NOON })
    const leave = leaveCohort(await changing(id, cohortId), { userId: id, now: NOON })
    await expect(leave).rejects.toEqual(refusal('invalid_input'))
  })
})

describe('a changed account', () => {
  test('has the new name, address and role, keeps its sessions, and is audited', async () => {
    const { id, email } = await person()
    const before = await session(id)
    const change = { name: ' Kim Ray ', email: ' Kim@Example.org ', role: 'instructor' as const }
    expect(await changeAccount(WHOLE, { userId: id, change, now: NOON })).toEqual({
      changed: true,
      left: [],
    })
    expect(await findUser(id)).toMatchObject({
      name: 'Kim Ray',
      email: 'kim@example.org',
      role: 'instructor',
    })
    expect(await alive(before)).toBe(true)
    expect([await signsIn(email, PASSWORD), await signsIn('kim@example.org', PASSWORD)]).toEqual([
      false,
      true,
    ])
    const again = await changeAccount(WHOLE, { userId: id, change, now: NOON })
    expect(again.changed).toBe(false)
    expect((await audited(id)).map(({ kind }) => kind)).toEqual(['signed_in', 'account_changed'])
  })

  test('cannot take the address of another, also when two want it at once', async () => {
    const [one, other] = [await person(), await person()]
    const attempt = changeAccount(WHOLE, {
      userId: one.id,
      change: { email: other.email.toUpperCase(), name: 'Thief' },
      now: NOON,
    })
    await expect(attempt).rejects.toEqual(refusal('email_taken'))
    expect((await findUser(one.id))?.name).not.toBe('Thief')
    const change = { email: 'wanted@example.org' }
    const settled = await Promise.allSettled(
      [one, other].map(({ id }) => changeAccount(WHOLE, { userId: id, change, now: NOON })),
    )
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: refusal('email_taken'),
    })
  })

  test('takes the open invitations of its old address along', async () => {
    const { id, email } = await person()
    const { id: instructor } = await person('instructor')
    const cohortId = await createCohort(await instructing(instructor), {
      name: 'Autumn',
      now: NOON,
    })
    const scope = await changing(instructor, cohortId)
    const text = `name,email\nKim,${email}`
    const { invited } = await bulkInvite(scope, { text, faulty: 'none', now: NOON })
    await changeAccount(WHOLE, { userId: id, change: { email: 'kim@example.org' }, now: NOON })
    await acceptInvitation(await as(id), { code: invited[0]?.code ?? '', now: NOON })
    expect(await database().membership.count({ where: { userId: id, cohortId } })).toBe(1)
  })

  test('that becomes an analyst leaves the cohorts it instructed, and those without another instructor are named', async () => {
    const { id } = await person('instructor')
    const { id: other } = await person('instructor')
    const alone = await createCohort(await instructing(id), { name: 'Alone', now: NOON })
    const shared = await createCohort(await instructing(id), { name: 'Shared', now: NOON })
    const wish = { role: 'instructor' as const, uses: 1, expiresInDays: 7, now: NOON }
    const { code } = await inviteIntoCohort(await changing(id, shared), wish)
    await acceptInvitation(await as(other), { code, now: NOON })
    const outcome = await changeAccount(WHOLE, {
      userId: id,
      change: { role: 'learner' },
      now: NOON,
    })
    expect(outcome.left).toEqual([
      { name: 'Alone', hasOther: false },
      { name: 'Shared', hasOther: true },
    ])
    expect(await database().membership.count({ where: { userId: id } })).toBe(0)
    const left = await database().membership.findMany({
      where: { cohortId: { in: [alone, shared] } },
    })
    expect(left.map(({ userId }) => userId)).toEqual([other])
  })

  test('may change its own address with its password, and with nothing else', async () => {
    const { id, email } = await person()
    const change = async (currentPassword: string, address: string) =>
      changeOwnEmail(await as(id), { email: address, currentPassword, now: NOON })
    await expect(change('wrong', 'own@example.org')).rejects.toEqual(refusal('wrong_credentials'))
    await expect(change(PASSWORD, 'not an address')).rejects.toEqual(refusal('invalid_input'))
    expect((await findUser(id))?.email).toBe(email)
    await change(PASSWORD, 'Own@example.org')
    expect(await signsIn('own@example.org', PASSWORD)).toBe(true)
  })

  test('gives its password away to nobody who guesses at an open browser', async () => {
    const { id } = await person()
    const keep = await session(id)
    const guess = async (currentPassword: string) =>
      changePassword(await as(id), keep, { currentPassword, newPassword: NEW, now: NOON })
    for (let i = 0; i < 10; i += 1) await guess(`guess ${i}`).catch(() => {})
    await expect(guess(PASSWORD)).rejects.toEqual(refusal('too_many_attempts'))
  })
})

describe('the last administrator who can sign in', () => {
  test('can be neither disabled nor demoted, by anybody', async () => {
    const id = await admin()
    const { id: locked } = await person('admin')
    await disableAccount(WHOLE, { userId: locked, now: NOON })
    await somebody('admin') // has no password and cannot sign in
    for (const keeper of [WHOLE, await administering(id)]) {
      const disable = disableAccount(keeper, { userId: id, now: NOON })
      await expect(disable).rejects.toEqual(refusal('last_admin'))
      const change = { role: 'learner' as const, name: 'Changed' }
      const demote = changeAccount(keeper, { userId: id, change, now: NOON })
      await expect(demote).rejects.toEqual(refusal('last_admin'))
    }
    expect(await findUser(id)).toMatchObject({ role: 'admin', disabled: false })
    expect((await findUser(id))?.name).not.toBe('Changed')
  })

  test('is left when two administrators demote or disable each other at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      await database().user.deleteMany()
      const [one, other] = [await admin(), await admin()]
      const [first, second] = [await administering(one), await administering(other)]
      const act = round % 2 === 0 ? demote : disable
      const settled = await Promise.allSettled([act(first, other), act(second, one)])
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await adminsLeft()).toBe(1)
    }
  })

  test('law: whatever is done to roles and accounts in whatever order, one is left', async () => {
    const roles = ['admin', 'instructor', 'learner'] as const
    const act = fc.record({
      who: fc.nat(3),
      what: fc.constantFrom('disable', 'enable', 'delete', ...roles),
      by: fc.constantFrom(null, 0, 1, 2, 3),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { maxLength: 3 }), { maxLength: 6 }),
        async (batches) => {
          await database().user.deleteMany()
          const ids: UserId[] = [await admin(), await admin()]
          ids.push((await person('instructor')).id, (await person()).id)
          // The acts of a batch happen at the same moment.
          for (const batch of batches) {
            await Promise.all(batch.map((each) => allowed(() => perform(ids, each))))
            expect(await adminsLeft()).toBeGreaterThan(0)
          }
        },
      ),
      { numRuns: 25 },
    )
  }, 120_000)
})

type Act = {
  readonly who: number
  readonly what: 'disable' | 'enable' | 'delete' | Role
  readonly by: number | null
}

async function perform(ids: readonly UserId[], { who, what, by }: Act): Promise<unknown> {
  const userId = ids[who] ?? asUserId('')
  const keeper = by === null ? WHOLE : await administering(ids[by] ?? asUserId(''))
  if (what === 'disable') return disableAccount(keeper, { userId, now: NOON })
  if (what === 'enable') return enableAccount(keeper, { userId, now: NOON })
  if (what === 'delete') return deleteAccount(keeper, { userId, ...ANONYMISE, now: NOON })
  return changeAccount(keeper, { userId, change: { role: what }, now: NOON })
}

const ANONYMISE = { mode: 'anonymise', certificates: 'keep' } as const

/** Whether or not the act is refused. Any other failure is one. */
async function allowed(act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

const demote = (keeper: Awaited<ReturnType<typeof administering>>, userId: UserId) =>
  changeAccount(keeper, { userId, change: { role: 'instructor' }, now: NOON })
const disable = (keeper: Awaited<ReturnType<typeof administering>>, userId: UserId) =>
  disableAccount(keeper, { userId, now: NOON })
const adminsLeft = () =>
  database().user.count({
    where: { role: 'admin', disabledAt: null, passwordHash: { not: null } },
  })

test('an account’s page says what it is, what depends on it and what happened to it', async () => {
  const actor = await admin()
  const { id } = await person('instructor')
  await createCohort(await instructing(id), { name: 'Autumn', now: NOON })
  await session(id)
  await makePasswordLink(await administering(actor), { userId: id, now: NOON })
  const view = await loadAccount(await administering(actor), { userId: id, now: NOON + 1 })
  expect(view).toMatchObject({
    userId: id,
    role: 'instructor',
    disabled: false,
    isViewer: false,
    isLastAdmin: false,
    sessions: 1,
    linkUntil: NOON + 24 * HOUR,
    instructs: [{ name: 'Autumn', hasOther: false }],
  })
  const name = (await findUser(actor))?.name
  expect(view.events[0]).toMatchObject({ kind: 'password_link_made', actor: { name } })
  const own = await loadAccount(await administering(actor), { userId: actor, now: NOON })
  expect(own).toMatchObject({ isViewer: true, isLastAdmin: true })
  const nobody = loadAccount(await administering(actor), { userId: asUserId('x'), now: NOON })
  await expect(nobody).rejects.toEqual(refusal('not_found'))
})

test('expired sessions, links and counts are deleted, and nothing that is still good', async () => {
  const { id, email } = await person()
  const good = await session(id)
  await openSession({ userId: id, now: NOON - 40 * DAY })
  await makePasswordLink(WHOLE, { userId: id, now: NOON - 2 * DAY })
  await signsIn(email, 'guess')
  await forgetExpired(NOON)
  expect(await database().session.findMany({ select: { id: true } })).toEqual([{ id: good }])
  expect(await database().passwordLink.count()).toBe(0)
  const inAnHour = Date.now() + HOUR
  await forgetExpired(inAnHour)
  expect(await database().signInThrottle.count()).toBe(0)
  expect(await secondsToWait('sign-in', email)).toBe(0)
})

test('somebody signs out everywhere else and stays signed in here', async () => {
  const { id } = await person()
  const [here, there] = [await session(id), await session(id)]
  const scope = await as(id)
  expect(await countOtherSessions(scope, { now: NOON })).toBe(1)
  expect(await endOtherSessions(scope, { keep: here, now: NOON })).toBe(1)
  expect([await alive(here), await alive(there)]).toEqual([true, false])
  expect(await countOtherSessions(scope, { now: NOON })).toBe(0)
})

test('a deleted account leaves no former name or address, and cannot be enabled or given a link', async () => {
  await admin()
  const { id } = await person()
  const userId = id
  const change = { name: 'Vera Unusual', email: 'unusual@example.org' }
  await changeAccount(WHOLE, { userId, change, now: NOON })
  await changeAccount(WHOLE, { userId, change: { name: 'Vera Toll' }, now: NOON })
  await deleteAccount(WHOLE, { userId, ...ANONYMISE, now: NOON })
  const kept = JSON.stringify(await database().auditEvent.findMany())
  expect(kept).not.toMatch(/Vera|unusual@/)
  for (const act of [enableAccount, disableAccount, makePasswordLink]) {
    await expect(act(WHOLE, { userId, now: NOON })).rejects.toEqual(refusal('not_found'))
  }
})

test('an address of any length or kind is refused at sign-in and breaks nothing', async () => {
  for (const email of [`${'x'.repeat(4000)}@example.org`, 'a\0b@example.org']) {
    await expect(verifyCredentials({ email, password: PASSWORD })).rejects.toEqual(
      refusal('wrong_credentials'),
    )
  }
})
