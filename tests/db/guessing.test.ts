import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashPassword } from '@/lib/credentials/password'
import { database } from '@/lib/db/connection/client'
import { countAttempts, secondsUntil } from '@/lib/db/connection/throttle'
import { AppError } from '@/lib/kernel/app-error'
import { asSessionId, type UserId } from '@/lib/kernel/ids'
import { changePassword } from '@/lib/server/people/change-password'
import { knownDevice, noteWith } from '@/lib/server/people/known-device'
import { type Visitor, verifyCredentials } from '@/lib/server/people/sessions'
import { setPassword } from '@/lib/server/people/set-password'
import { wholeScope } from '@/lib/server/whole-scope'
import { as, NOON, openScene, somebody } from '../support/scene'

const PASSWORD = 'a long enough one'
const SECRET = 'a secret of this test that is long enough'

let scene: { close: () => Promise<void> }
let passwordHash: string
beforeAll(async () => {
  process.env.AUTH_SECRET = SECRET
  scene = await openScene()
  passwordHash = await hashPassword(PASSWORD)
})
afterAll(async () => {
  delete process.env.AUTH_SECRET
  await scene.close()
})
beforeEach(async () => {
  await database().signInThrottle.deleteMany()
})

async function person(): Promise<{ id: UserId; email: string }> {
  const id = await somebody()
  const { email } = await database().user.update({ where: { id }, data: { passwordHash } })
  return { id, email }
}

const from = (address: string, deviceNote: string | null = null): Visitor => ({
  address,
  deviceNote,
})

/** What became of an attempt: the code of its refusal, or `in`. */
const outcome = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'in',
    (error: unknown) => (error instanceof AppError ? error.code : 'broken'),
  )
const guess = (email: string, visitor: Visitor, password = 'a guess') =>
  outcome(verifyCredentials({ email, password }, visitor))
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const among = (outcomes: readonly string[], code: string) =>
  outcomes.filter((each) => each === code).length

describe('guessing', () => {
  test('of 60 wrong passwords at once for one account, ten are looked at', async () => {
    const { email } = await person()
    const outcomes = await Promise.all(many(60, (i) => guess(email, from(`198.51.100.${i}`))))
    expect(among(outcomes, 'wrong_credentials')).toBe(10)
    expect(among(outcomes, 'too_many_attempts')).toBe(50)
  })

  test('one password on 120 accounts from one address is stopped after thirty', async () => {
    const outcomes = await Promise.all(
      many(120, (i) => guess(`sprayed-${i}@example.org`, from('198.51.100.7'))),
    )
    expect(among(outcomes, 'wrong_credentials')).toBe(30)
    const { email } = await person()
    expect(await guess(email, from('198.51.100.7'), PASSWORD)).toBe('too_many_attempts')
    expect(await guess(email, from('198.51.100.8'), PASSWORD)).toBe('in')
  })

  test('120 addresses of one network of IPv6 are stopped after thirty as well', async () => {
    const of = (i: number) => `2001:db8:0:7:${i.toString(16)}::1`
    const outcomes = await Promise.all(
      many(120, (i) => guess(`sprayed-${i}@example.org`, from(of(i)))),
    )
    expect(among(outcomes, 'wrong_credentials')).toBe(30)
    const { email } = await person()
    expect(await guess(email, from('2001:db8:0:8::1'), PASSWORD)).toBe('in')
  })

  test('an owner gets in on a known device while a stranger has used up the attempts', async () => {
    const { id, email } = await person()
    const note = noteWith(null, id, SECRET)
    for (const i of many(12, (each) => each)) await guess(email, from(`198.51.100.${i}`))
    expect(await guess(email, from('203.0.113.1'), PASSWORD)).toBe('too_many_attempts')
    expect(await guess(email, from('198.51.100.1', note), PASSWORD)).toBe('in')
    // What the owner did gives the stranger no new attempts.
    expect(await guess(email, from('198.51.100.2'))).toBe('too_many_attempts')
  })

  test('a known device has five attempts of its own, for its own account', async () => {
    const { id, email } = await person()
    const other = await person()
    const note = noteWith(null, id, SECRET)
    const outcomes = await Promise.all(many(20, () => guess(email, from('203.0.113.1', note))))
    expect(among(outcomes, 'wrong_credentials')).toBe(5)
    expect(knownDevice(note, other.id, SECRET)).toBeNull()
    expect(knownDevice(note, id, 'the secret of another installation')).toBeNull()
    expect(knownDevice(`${note}x`, id, SECRET)).toBeNull()
  })

  test('200 right passwords at once from one office all get in', async () => {
    const people = await Promise.all(many(40, person))
    const outcomes = await Promise.all(
      many(200, (i) => guess(people[i % 40]?.email ?? '', from('192.0.2.1'), PASSWORD)),
    )
    expect(among(outcomes, 'in')).toBe(200)
  })

  test('the current password, asked of somebody signed in, is looked at ten times of 60', async () => {
    const { id, email } = await person()
    const scope = await as(id)
    const change = (currentPassword: string) =>
      outcome(
        changePassword(scope, asSessionId(id), {
          currentPassword,
          newPassword: 'another long enough one',
          now: NOON,
        }),
      )
    const outcomes = await Promise.all(many(60, () => change('a guess')))
    expect(among(outcomes, 'wrong_credentials')).toBe(10)
    expect(await change(PASSWORD)).toBe('too_many_attempts')
    // Signing in has a budget of its own.
    expect(await guess(email, from('203.0.113.1'), PASSWORD)).toBe('in')
  })

  test('what one budget refuses uses up no other', async () => {
    await countAttempts(many(1, () => ['second-factor', 'x'] as const))
    for (const _ of many(9, () => 0)) {
      await countAttempts([
        ['second-factor', 'x'],
        ['sign-in', 'y'],
      ])
    }
    expect(await secondsUntil([['second-factor', 'x']])).toBeGreaterThan(0)
    const { points } = await database().signInThrottle.findFirstOrThrow({
      where: { key: { startsWith: 'sign-in:' } },
    })
    expect(points).toBe(4)
  })

  test('what is refused for trying too often is recorded once for each account and each client', async () => {
    const kind = 'attempts_refused'
    const before = await database().auditEvent.count({ where: { kind } })
    const { id, email } = await person()
    const client = (i: number) => from(i % 2 ? '198.51.100.7' : '2001:db8::7')
    await Promise.all(many(200, (i) => guess(email, client(i))))
    await Promise.all(many(40, (i) => guess(`sprayed-${i}@example.org`, from('198.51.100.9'))))
    const recorded = async () =>
      (
        await database().auditEvent.findMany({
          where: { kind },
          orderBy: { id: 'asc' },
          skip: before,
        })
      ).map(({ detail }) => detail)
    const first = [
      { user: id, what: 'sign-in' },
      { user: null, what: 'sign-in-from' },
    ]
    expect(await recorded()).toEqual(first)
    // Locking a row leaves a trace in its xmax: a flood must not queue for the row that says it was told.
    const told = () =>
      database().$queryRaw`
        SELECT "key", xmin::text, xmax::text FROM "SignInThrottle" WHERE "key" LIKE 'noted:%' ORDER BY 1`
    const asTold = await told()
    await guess(email, from('198.51.100.7'))
    await guess('sprayed-1@example.org', from('198.51.100.9'))
    expect(await told()).toEqual(asTold)
    await database().signInThrottle.updateMany({ data: { expire: Date.now() - 1 } })
    await Promise.all(many(20, () => guess(email, from('198.51.100.7'))))
    expect(await recorded()).toEqual([...first, first[0]])
  })

  test('attempts count again when their time is over', async () => {
    const { email } = await person()
    for (const i of many(11, (each) => each)) await guess(email, from(`198.51.100.${i}`))
    await database().signInThrottle.updateMany({ data: { expire: Date.now() - 1 } })
    expect(await guess(email, from('203.0.113.1'), PASSWORD)).toBe('in')
  })
})

test('a new password that people guess first, or one’s own name, is refused; an old one still works', async () => {
  const { id, email } = await person()
  const set = (password: string) =>
    outcome(setPassword(wholeScope(), { userId: id, password, now: NOON }))
  expect(await set('password2026')).toBe('invalid_input')
  expect(await set(email)).toBe('invalid_input')
  const old = await hashPassword('password2026')
  await database().user.update({ where: { id }, data: { passwordHash: old } })
  expect(await guess(email, from('203.0.113.1'), 'password2026')).toBe('in')
})
