import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashCode } from '@/lib/credentials/code'
import { hashPassword } from '@/lib/credentials/password'
import { database } from '@/lib/db/connection/client'
import { AppError } from '@/lib/kernel/app-error'
import type { UserId } from '@/lib/kernel/ids'
import {
  endOwnSession,
  endSession,
  listOwnSessions,
  listSessions,
} from '@/lib/server/people/other-sessions'
import {
  beginRequiredSecondFactor,
  beginSecondFactor,
  confirmNewSecondFactor,
  removeOwnSecondFactor,
  removeSecondFactor,
  secondFactorOf,
  settingUpScope,
} from '@/lib/server/people/second-factor'
import { saveSecondFactorRule } from '@/lib/server/people/second-factor-rule'
import { stepAfterPassword, verifySecondStep } from '@/lib/server/people/second-step'
import { checkSession, openSession, renewSession } from '@/lib/server/people/sessions'
import { setPassword } from '@/lib/server/people/set-password'
import { adminScope } from '@/lib/server/scope'
import { wholeScope } from '@/lib/server/whole-scope'
import { as, DAY, instructing, MINUTE, NOON, openScene, somebody } from '../support/scene'

const PASSWORD = 'a long enough one'
const STEP = 30_000

let scene: { close: () => Promise<void> }
let passwordHash: string
beforeAll(async () => {
  process.env.AUTH_SECRET = 'a secret of this test that is long enough'
  scene = await openScene()
  passwordHash = await hashPassword(PASSWORD)
})
afterAll(async () => {
  delete process.env.AUTH_SECRET
  await scene.close()
})
beforeEach(async () => {
  await database().signInThrottle.deleteMany()
  await database().secondFactorRule.deleteMany()
})

async function person(): Promise<UserId> {
  const id = await somebody()
  await database().user.update({ where: { id }, data: { passwordHash } })
  return id
}

const outcome = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'in',
    (error: unknown) => (error instanceof AppError ? error.code : 'broken'),
  )
/** What the app of a phone shows. It knows nothing but the key. */
const shown = (secret: string, now: number) => new TOTP({ secret }).generate({ timestamp: now })

async function withFactor() {
  const id = await person()
  const scope = await as(id)
  const { key } = await beginSecondFactor(scope, { password: PASSWORD, now: NOON })
  const codes = await confirmNewSecondFactor(scope, { code: shown(key, NOON), now: NOON })
  return { id, scope, key, codes }
}
/** The same without the password, which takes its time to check. */
async function withRequiredFactor() {
  const id = await person()
  const sessionId = await openSession({ userId: id, now: NOON, restricted: true })
  const setting = await settingUpScope({ sessionId, now: NOON })
  if (!setting) throw new Error('no set-up')
  const { key } = await beginRequiredSecondFactor(setting, NOON)
  await confirmNewSecondFactor(setting, { code: shown(key, NOON), now: NOON })
  return { id, key }
}
async function ticketOf(id: UserId, now: number): Promise<string> {
  const step = await stepAfterPassword(id, now)
  return step.kind === 'code' ? step.ticket : ''
}

describe('a second factor', () => {
  test('is asked for after the password, and each code of the app opens once', async () => {
    const { id, key } = await withFactor()
    const later = NOON + 10 * MINUTE
    const ticket = await ticketOf(id, later)
    const enter = (code: string, now = later) => outcome(verifySecondStep({ ticket, code, now }))
    expect(await enter('000000')).toBe('wrong_credentials')
    const code = shown(key, later)
    const both = await Promise.all([enter(code), enter(code)])
    expect(both.toSorted()).toEqual(['in', 'wrong_credentials'])
    expect(await enter(code)).toBe('wrong_credentials')
    // A code of an earlier step is as good as used.
    expect(await enter(shown(key, later - STEP))).toBe('wrong_credentials')
    expect(await enter(shown(key, later + STEP), later + STEP)).toBe('in')
  })

  test('does not count before its first right code, nor is that code good for signing in', async () => {
    const id = await person()
    const scope = await as(id)
    const { key } = await beginSecondFactor(scope, { password: PASSWORD, now: NOON })
    expect(await stepAfterPassword(id, NOON)).toEqual({ kind: 'in' })
    const code = shown(key, NOON)
    await confirmNewSecondFactor(scope, { code, now: NOON })
    const ticket = await ticketOf(id, NOON)
    expect(await outcome(verifySecondStep({ ticket, code, now: NOON }))).toBe('wrong_credentials')
  })

  test('lets ten recovery codes stand in for the app, each once, however often it is sent at once', async () => {
    const { id, scope, codes } = await withFactor()
    expect(new Set(codes).size).toBe(10)
    expect(JSON.stringify(await database().recoveryCode.findMany())).not.toContain(codes[0])
    const ticket = await ticketOf(id, NOON)
    const [code = ''] = codes
    const tries = await Promise.all(
      [1, 2, 3].map(() =>
        outcome(verifySecondStep({ ticket, code: ` ${code.toUpperCase()}`, now: NOON })),
      ),
    )
    expect(tries.filter((each) => each === 'in')).toHaveLength(1)
    expect(await secondFactorOf(scope)).toMatchObject({ codesLeft: 9 })
  })

  test('has recovery codes of 24 letters, and takes those of 16 that an earlier release gave', async () => {
    const { id, codes } = await withFactor()
    for (const code of codes)
      expect(code).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){5}$/)
    const earlier = 'k3mq-7hwa-x2pn-v9sd'
    await database().recoveryCode.create({ data: { userId: id, codeHash: hashCode(earlier) } })
    const ticket = await ticketOf(id, NOON)
    const enter = (code: string) => outcome(verifySecondStep({ ticket, code, now: NOON }))
    expect(await enter('K3MQ 7HWA X2PN V9SD')).toBe('in')
    expect(await enter(earlier)).toBe('wrong_credentials')
    expect(await enter(codes[0]?.replaceAll('-', '') ?? '')).toBe('in')
  })

  test('cannot be guessed: of 60 codes at once, five are looked at', async () => {
    const { id, key } = await withFactor()
    const ticket = await ticketOf(id, NOON)
    const enter = (code: string) => outcome(verifySecondStep({ ticket, code, now: NOON + MINUTE }))
    const tries = await Promise.all(Array.from({ length: 60 }, () => enter('000000')))
    expect(tries.filter((each) => each === 'wrong_credentials')).toHaveLength(5)
    expect(await enter(shown(key, NOON + MINUTE))).toBe('too_many_attempts')
  })

  test('cannot be guessed for many accounts from one address: of 35 codes, thirty are looked at', async () => {
    const factors = await Promise.all(Array.from({ length: 7 }, withRequiredFactor))
    const tickets = await Promise.all(factors.map(({ id }) => ticketOf(id, NOON)))
    const now = NOON + MINUTE
    const enter = (ticket: string, code: string, from: string) =>
      outcome(verifySecondStep({ ticket, code, from, now }))
    const tries = await Promise.all(
      Array.from({ length: 35 }, (_, i) => enter(tickets[i % 7] ?? '', '000000', '198.51.100.7')),
    )
    expect(tries.filter((each) => each === 'wrong_credentials')).toHaveLength(30)
    const last = await withRequiredFactor()
    const ticket = await ticketOf(last.id, NOON)
    const right = shown(last.key, now)
    expect(await enter(ticket, right, '198.51.100.7')).toBe('too_many_attempts')
    expect(await enter(ticket, right, '198.51.100.8')).toBe('in')
  })

  test('takes no ticket that is old, made up, or from before a new password', async () => {
    const { id, codes } = await withFactor()
    const ticket = await ticketOf(id, NOON)
    const enter = (given: string, now: number) =>
      outcome(verifySecondStep({ ticket: given, code: codes[0] ?? '', now }))
    expect(await enter(ticket, NOON + 10 * MINUTE)).toBe('link_invalid')
    expect(await enter(`${ticket}x`, NOON)).toBe('link_invalid')
    await setPassword(wholeScope(), { userId: id, password: 'another long enough one', now: NOON })
    expect(await enter(ticket, NOON)).toBe('link_invalid')
  })

  test('does not tell its key to somebody who has the database', async () => {
    const { key } = await withFactor()
    expect(JSON.stringify(await database().secondFactor.findMany())).not.toContain(key)
  })

  test('is removed by its owner with the password, and by whoever looks after accounts', async () => {
    const { id, scope } = await withFactor()
    const wrong = removeOwnSecondFactor(scope, { password: 'a guess', now: NOON })
    expect(await outcome(wrong)).toBe('wrong_credentials')
    await removeOwnSecondFactor(scope, { password: PASSWORD, now: NOON })
    expect(await stepAfterPassword(id, NOON)).toEqual({ kind: 'in' })
    const other = await withFactor()
    await removeSecondFactor(wholeScope(), { userId: other.id, now: NOON })
    expect(await secondFactorOf(other.scope)).toBeNull()
    const kinds = await database().auditEvent.findMany({ where: { kind: 'second_factor_removed' } })
    expect(kinds).toHaveLength(2)
  })
})

test('whoever must have a second factor has a session that opens nothing but its set-up', async () => {
  const boss = adminScope(await instructing(await somebody('admin')))
  await saveSecondFactorRule(boss, { roles: ['learner'], now: NOON })
  const id = await person()
  expect(await stepAfterPassword(id, NOON)).toEqual({ kind: 'set-up' })
  const sessionId = await openSession({ userId: id, now: NOON, restricted: true })
  await openSession({ userId: id, now: NOON + 1, withCode: true })
  const signedIn = await database().auditEvent.findMany({
    where: { kind: 'signed_in', actorId: id },
    orderBy: { at: 'asc' },
  })
  expect(signedIn.map(({ detail }) => detail)).toMatchObject([
    { how: 'password, to set up a second factor' },
    { how: 'password and code' },
  ])
  expect(await checkSession({ sessionId, now: NOON })).toBeNull()
  const setting = await settingUpScope({ sessionId, now: NOON })
  if (!setting) throw new Error('no set-up')
  const { key } = await beginRequiredSecondFactor(setting, NOON)
  await confirmNewSecondFactor(setting, { code: shown(key, NOON), now: NOON })
  expect((await checkSession({ sessionId, now: NOON }))?.user.id).toBe(id)
  expect(await settingUpScope({ sessionId, now: NOON })).toBeNull()
  // What was copied out of the browser before opens nothing.
  const renewed = await renewSession(sessionId)
  expect(renewed).not.toBe(sessionId)
  expect(await checkSession({ sessionId, now: NOON })).toBeNull()
  expect((await checkSession({ sessionId: renewed ?? sessionId, now: NOON }))?.user.id).toBe(id)
  expect(await renewSession(sessionId)).toBeNull()
})

test('sign-in sessions are listed with browser, address and times, and ended one by one', async () => {
  const id = await person()
  const scope = await as(id)
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const here = await openSession({ userId: id, now: NOON, browser: firefox, address: '192.0.2.1' })
  const there = await openSession({ userId: id, now: NOON + 1 })
  await checkSession({ sessionId: here, now: NOON + 2 * MINUTE })
  expect(await listOwnSessions(scope, { now: NOON + DAY })).toMatchObject([
    {
      id: here,
      browser: firefox,
      address: '192.0.2.1',
      createdAt: NOON,
      lastSeenAt: NOON + 2 * MINUTE,
    },
    { id: there, browser: '', address: null, lastSeenAt: NOON + 1 },
  ])
  const stranger = await as(await person())
  const theft = endOwnSession(stranger, { sessionId: here, now: NOON })
  expect(await outcome(theft)).toBe('not_found')
  await endOwnSession(scope, { sessionId: there, now: NOON })
  await endSession(wholeScope(), { userId: id, sessionId: here, now: NOON })
  expect(await listSessions(wholeScope(), { userId: id, now: NOON })).toEqual([])
  expect(await checkSession({ sessionId: here, now: NOON })).toBeNull()
})
