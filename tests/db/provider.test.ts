import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ProviderPerson } from '@/lib/account/provider-claims'
import { hashPassword } from '@/lib/credentials/password'
import { database } from '@/lib/db/connection/client'
import { AppError } from '@/lib/kernel/app-error'
import type { UserId } from '@/lib/kernel/ids'
import type { Role } from '@/lib/kernel/role'
import { admitIdentity } from '@/lib/server/people/admit-identity'
import { changeAccount } from '@/lib/server/people/change-account'
import { inviteAccount } from '@/lib/server/people/create-invitation'
import { deleteAccount } from '@/lib/server/people/delete-account'
import { disableAccount, enableAccount } from '@/lib/server/people/disable-account'
import { guardProvider } from '@/lib/server/people/guard-provider'
import { joinWithIdentity } from '@/lib/server/people/join-with-identity'
import {
  linkIdentity,
  linkOwnIdentity,
  proveOwnPassword,
  unlinkIdentity,
  unlinkOwnIdentity,
} from '@/lib/server/people/link-identity'
import { intentIn, intentText, noteIn, noteText } from '@/lib/server/people/provider-intent'
import type { ProviderSettings } from '@/lib/server/people/provider-settings'
import { checkSession, openSession } from '@/lib/server/people/sessions'
import { adminScope } from '@/lib/server/scope'
import { wholeScope } from '@/lib/server/whole-scope'
import { as, instructing, MINUTE, NOON, openScene, somebody } from '../support/scene'

const PASSWORD = 'a long enough one'
const ISSUER = 'https://login.example.org/'
const BY_INVITATION: ProviderSettings = {
  issuer: ISSUER,
  clientId: 'steppe',
  clientSecret: 'a secret',
  clientAuth: 'client_secret_basic',
  name: 'Example Login',
  scope: 'openid profile email',
  groupsClaim: 'groups',
  roles: [],
}
const BY_GROUPS: ProviderSettings = {
  ...BY_INVITATION,
  roles: [
    ['admins', 'admin'],
    ['teachers', 'instructor'],
    ['analysts', 'learner'],
  ],
}

let scene: { close: () => Promise<void> }
let passwordHash: string
let boss: Awaited<ReturnType<typeof admin>>
beforeAll(async () => {
  process.env.AUTH_SECRET = 'a secret of this test that is long enough'
  scene = await openScene()
  passwordHash = await hashPassword(PASSWORD)
  boss = await admin()
})
afterAll(async () => {
  delete process.env.AUTH_SECRET
  await scene.close()
})
beforeEach(async () => {
  await database().signInThrottle.deleteMany()
})

async function member(role: Role = 'learner'): Promise<UserId> {
  const id = await somebody(role)
  await database().user.update({ where: { id }, data: { passwordHash } })
  return id
}
const admin = async () => adminScope(await instructing(await member('admin')))

let count = 0
/** Somebody whom nobody here has seen. */
function stranger(over: Partial<ProviderPerson> = {}): ProviderPerson {
  count += 1
  const email = `stranger-${count}@example.org`
  return { issuer: ISSUER, subject: `s-${count}`, email, name: 'A Stranger', groups: [], ...over }
}

const outcome = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'in',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
const enter = (person: ProviderPerson, settings = BY_INVITATION) =>
  admitIdentity(person, settings, NOON)
const linkedMember = async (over: Partial<ProviderPerson> = {}, role: Role = 'learner') => {
  const id = await member(role)
  const person = stranger(over)
  await linkOwnIdentity(await as(id), person, BY_INVITATION, NOON)
  return { id, person }
}
const roleOf = async (id: UserId) =>
  (await database().user.findUniqueOrThrow({ where: { id } })).role
const auditOf = async (id: UserId, kind: string) =>
  (
    await database().auditEvent.findMany({
      where: { kind, subjectId: id },
      orderBy: { at: 'asc' },
    })
  ).map(({ actorId, detail }) => ({ actorId, detail }))

describe('whoever the provider names', () => {
  test('gets in by issuer and subject, whatever name and address they have now', async () => {
    const { id, person } = await linkedMember()
    expect(await enter(person)).toBe(id)
    expect(await enter({ ...person, email: 'moved@example.org', name: 'Other' })).toBe(id)
    const { email } = await database().user.findUniqueOrThrow({ where: { id } })
    expect(email).not.toBe('moved@example.org')
    expect(await outcome(enter({ ...person, issuer: 'https://other.example/' }))).toBe(
      'not_allowed',
    )
  })

  test('does not get into the account that has the same address', async () => {
    const id = await member()
    const { email } = await database().user.findUniqueOrThrow({ where: { id } })
    expect(await outcome(enter(stranger({ email })))).toBe('not_allowed')
    const grouped = stranger({ email, groups: ['admins'] })
    expect(await outcome(enter(grouped, BY_GROUPS))).toBe('email_taken')
    expect(await database().providerIdentity.count({ where: { userId: id } })).toBe(0)
    expect(await roleOf(id)).toBe('learner')
  })

  test('is told the identifier that an administrator needs, who links it', async () => {
    const id = await member()
    const person = stranger()
    await expect(enter(person)).rejects.toThrow(person.subject)
    const input = { userId: id, subject: ` ${person.subject} `, now: NOON }
    await linkIdentity(boss, BY_INVITATION, input)
    expect(await enter(person)).toBe(id)
    const [event] = await auditOf(id, 'identity_linked')
    expect(event).toEqual({ actorId: boss.user.id, detail: { user: id, how: 'administrator' } })
  })

  test('opens a session like any other, which the audit calls one of oidc', async () => {
    const { id, person } = await linkedMember()
    const userId = await enter(person)
    const sessionId = await openSession({ userId, now: NOON, withProvider: true })
    expect((await checkSession({ sessionId, now: NOON }))?.user.id).toBe(id)
    expect(await auditOf(id, 'signed_in')).toMatchObject([{ detail: { how: 'oidc' } }])
    await disableAccount(wholeScope(), { userId: id, now: NOON })
    expect(await checkSession({ sessionId, now: NOON })).toBeNull()
  })

  test('who is refused 30 times from one address waits, and those of other addresses do not', async () => {
    const from = (address: string) => outcome(guardProvider(address, async () => enter(stranger())))
    for (let i = 0; i < 30; i++) expect(await from('198.51.100.7')).toBe('not_allowed')
    expect(await from('198.51.100.7')).toBe('too_many_attempts')
    expect(await from('198.51.100.8')).toBe('not_allowed')
  })
})

describe('groups of the provider', () => {
  test('make an account at the first sign-in, once, also of several at the same moment', async () => {
    const person = stranger({ groups: ['teachers', 'analysts', 'others'] })
    const ids = await Promise.all([1, 2, 3].map(() => enter(person, BY_GROUPS)))
    expect(new Set(ids).size).toBe(1)
    const [id] = ids
    if (!id) throw new Error('nobody')
    expect(await roleOf(id)).toBe('instructor')
    const { email, passwordHash: none } = await database().user.findUniqueOrThrow({ where: { id } })
    expect({ email, none }).toEqual({ email: person.email, none: null })
    expect(await auditOf(id, 'user_created')).toHaveLength(1)
  })

  test('give the role anew at each sign-in, down as well as up, and record it', async () => {
    const { id, person } = await linkedMember()
    await enter({ ...person, groups: ['admins', 'analysts'] }, BY_GROUPS)
    expect(await roleOf(id)).toBe('admin')
    await enter({ ...person, groups: ['analysts'] }, BY_GROUPS)
    expect(await roleOf(id)).toBe('learner')
    expect(await auditOf(id, 'account_changed')).toEqual([
      { actorId: null, detail: { user: id, role: 'admin', roleBefore: 'learner' } },
      { actorId: null, detail: { user: id, role: 'learner', roleBefore: 'admin' } },
    ])
  })

  test('keep out whoever is in none of them, with or without an account', async () => {
    const { person } = await linkedMember()
    expect(await outcome(enter({ ...person, groups: ['others'] }, BY_GROUPS))).toBe('not_allowed')
    expect(await outcome(enter(stranger(), BY_GROUPS))).toBe('not_allowed')
  })

  test('never open a disabled account', async () => {
    const { id, person } = await linkedMember()
    await disableAccount(wholeScope(), { userId: id, now: NOON })
    const grouped = { ...person, groups: ['admins'] }
    expect(await outcome(enter(grouped, BY_GROUPS))).toBe('not_allowed')
    const { role, disabledAt } = await database().user.findUniqueOrThrow({ where: { id } })
    expect({ role, isDisabled: disabledAt !== null }).toEqual({ role: 'learner', isDisabled: true })
    await enableAccount(wholeScope(), { userId: id, now: NOON })
    expect(await outcome(enter(grouped, BY_GROUPS))).toBe('in')
    await enter({ ...person, groups: ['analysts'] }, BY_GROUPS)
  })

  test('do not take the role of the only administrator who can sign in', async () => {
    const { id, person } = await linkedMember({}, 'admin')
    await changeAccount(wholeScope(), {
      userId: boss.user.id,
      change: { role: 'learner' },
      now: NOON,
    })
    expect(await enter({ ...person, groups: ['analysts'] }, BY_GROUPS)).toBe(id)
    expect(await roleOf(id)).toBe('admin')
    const back = { userId: boss.user.id, change: { role: 'admin' as const }, now: NOON }
    await changeAccount(wholeScope(), back)
    await enter({ ...person, groups: ['analysts'] }, BY_GROUPS)
    expect(await roleOf(id)).toBe('learner')
  })
})

describe('an invitation', () => {
  const invite = async (role: Role = 'learner') =>
    (await inviteAccount(boss, { role, uses: 2, expiresInDays: 7, now: NOON })).code
  const join = (person: ProviderPerson, code: string, settings = BY_INVITATION) =>
    joinWithIdentity(person, settings, { code, now: NOON })

  test('makes an account without a password, linked to the identity, and counts as used', async () => {
    const code = await invite('instructor')
    const person = stranger()
    const id = await join(person, code)
    expect(await roleOf(id)).toBe('instructor')
    expect(await enter(person)).toBe(id)
    expect(await auditOf(id, 'identity_linked')).toMatchObject([{ detail: { how: 'invitation' } }])
    await join(stranger(), code)
    expect(await outcome(join(stranger(), code))).toBe('invitation_invalid')
  })

  test('adds to the account that the identity has', async () => {
    const { id, person } = await linkedMember()
    expect(await join(person, await invite('instructor'))).toBe(id)
    expect(await roleOf(id)).toBe('instructor')
  })

  test('does not open the account that has the same address, and is not used up by the attempt', async () => {
    const id = await member()
    const { email } = await database().user.findUniqueOrThrow({ where: { id } })
    const code = await invite()
    const same = stranger({ email })
    expect(await outcome(join(same, code))).toBe('email_taken')
    expect(await outcome(join(stranger({ email: null }), code))).toBe('invalid_input')
    expect(await outcome(join(stranger(), code))).toBe('in')
    expect(await outcome(join(stranger(), code))).toBe('in')
  })

  test('gives no other role than the groups do, and nothing to somebody in none of them', async () => {
    const code = await invite('admin')
    expect(await outcome(join(stranger(), code, BY_GROUPS))).toBe('not_allowed')
    const id = await join(stranger({ groups: ['analysts'] }), code, BY_GROUPS)
    expect(await roleOf(id)).toBe('learner')
  })
})

describe('a link', () => {
  test('is made with the password, for one identity of one account', async () => {
    const { id, person } = await linkedMember()
    expect(await outcome(proveOwnPassword(await as(id), 'a guess'))).toBe('wrong_credentials')
    expect(await outcome(proveOwnPassword(await as(id), PASSWORD))).toBe('in')
    const other = await as(await member())
    expect(await outcome(linkOwnIdentity(other, person, BY_INVITATION, NOON))).toBe('not_allowed')
    const second = linkOwnIdentity(await as(id), stranger(), BY_INVITATION, NOON)
    expect(await outcome(second)).toBe('not_allowed')
    expect(await enter(person)).toBe(id)
  })

  test('is ended by its owner with the password, or by an administrator while there is a password', async () => {
    const { id, person } = await linkedMember()
    const wrong = unlinkOwnIdentity(await as(id), { password: 'a guess', now: NOON })
    expect(await outcome(wrong)).toBe('wrong_credentials')
    await unlinkOwnIdentity(await as(id), { password: PASSWORD, now: NOON })
    expect(await outcome(enter(person))).toBe('not_allowed')
    await linkIdentity(boss, BY_INVITATION, { userId: id, subject: person.subject, now: NOON })
    await database().user.update({ where: { id }, data: { passwordHash: null } })
    expect(await outcome(unlinkIdentity(boss, { userId: id, now: NOON }))).toBe('not_allowed')
    await database().user.update({ where: { id }, data: { passwordHash } })
    await unlinkIdentity(boss, { userId: id, now: NOON })
    expect(await outcome(enter(person))).toBe('not_allowed')
  })

  test('goes with the account', async () => {
    for (const mode of ['erase', 'anonymise'] as const) {
      const { id, person } = await linkedMember()
      await deleteAccount(wholeScope(), { userId: id, mode, certificates: 'keep', now: NOON })
      expect(await outcome(enter(person))).toBe('not_allowed')
      expect(await database().providerIdentity.count({ where: { userId: id } })).toBe(0)
    }
  })
})

test('why somebody went to the provider holds for a quarter of an hour, and nobody else can write it', () => {
  const intent = { kind: 'link', sessionId: 'x' } as const
  const value = intentText(intent, NOON)
  expect(intentIn(value, NOON + 14 * MINUTE)).toEqual(intent)
  expect(intentIn(value, NOON + 15 * MINUTE)).toEqual({ kind: 'sign-in' })
  expect(intentIn(`${value}x`, NOON)).toEqual({ kind: 'sign-in' })
  expect(intentIn(noteText(JSON.stringify(intent)), NOON)).toEqual({ kind: 'sign-in' })
  expect(noteIn(noteText('Words.'))).toBe('Words.')
  expect(noteIn('Words.')).toBeNull()
})
