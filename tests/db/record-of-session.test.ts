import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { database, databasePool } from '@/lib/db/connection/client'
import { logOf } from '@/lib/db/study/review-log'
import { asSessionId, type SessionId, type UserId } from '@/lib/kernel/ids'
import { changeModel, currentModel } from '@/lib/server/learner-models'
import { closeSession, openSession } from '@/lib/server/people/sessions'
import { setPassword } from '@/lib/server/people/set-password'
import type { SessionClaim } from '@/lib/server/session-claim'
import { SESSION_IDLE_MS, SESSION_LONGEST_MS } from '@/lib/server/session-scope'
import { recordReviewsOfSession } from '@/lib/server/study/record-reviews'
import { wholeScope } from '@/lib/server/whole-scope'
import { as, DAY, grade, MINUTE, NOON, openScene, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** Somebody who signed in at noon, as their cookie says it. */
async function claimed(): Promise<SessionClaim> {
  const userId = await somebody()
  return { userId, sessionId: await openSession({ userId, now: NOON }) }
}

const answers = (claim: SessionClaim, now = NOON + MINUTE, size = 1) =>
  recordReviewsOfSession(claim, {
    events: Array.from({ length: size }, (_, i) => grade(3, now - size + i)),
    now,
  })

/** How often each of the two statements was planned for its own values. */
async function plans(): Promise<readonly number[]> {
  const { rows } = await databasePool().query<{ custom: number }>(`
    SELECT custom_plans::int AS custom FROM pg_prepared_statements
    WHERE "statement" LIKE '%"CardsVersion"%' AND generic_plans + custom_plans >= 10
    ORDER BY "statement"`)
  return rows.map(({ custom }) => custom)
}

describe('answers of a sign-in session', () => {
  const people: Record<string, (claim: SessionClaim) => Promise<SessionClaim>> = {
    'with the usual memory model': async (claim) => claim,
    'with a memory model of their own': async (claim) => {
      const { user } = await as(claim.userId)
      await changeModel(user, { desiredRetention: 0.85 }, NOON)
      return claim
    },
  }

  test.each(Object.entries(people))(
    'are recorded with two statements, whether one comes or twenty, for somebody %s',
    async (_, prepared) => {
      const claim = await prepared(await claimed())
      await answers(claim)
      const { user } = await as(claim.userId)
      const statements = vi.spyOn(databasePool(), 'query')
      for (const size of [1, 20]) {
        statements.mockClear()
        const outcomes = await answers(claim, NOON + MINUTE + size * 1000, size)
        expect(outcomes?.map(({ status }) => status)).toEqual(Array(size).fill('accepted'))
        expect(statements).toHaveBeenCalledTimes(2)
      }
      statements.mockRestore()
      const log = await logOf(claim.userId)
      expect(log).toHaveLength(22)
      const versions = log.map((event) => event.kind === 'grade' && event.modelVersion)
      expect(new Set(versions)).toEqual(new Set([(await currentModel(user)).version]))
    },
  )

  test('are read and written by statements that the database plans only for the first few', async () => {
    const claim = await claimed()
    await answers(claim, NOON + 1000, 400)
    // With few cards, no plan is better than another.
    await databasePool().query(`
      INSERT INTO "Card"
      SELECT (json_populate_record(c, json_build_object('questionId', 'card-' || i))).*
      FROM "Card" c, generate_series(1, 5000) i WHERE c."userId" = '${claim.userId}'`)
    await databasePool().query('ANALYZE')
    // Whenever its figures change, the database tries five plans of its own first.
    for (let i = 1; i <= 10; i += 1) await answers(claim, NOON + MINUTE + i * 1000)
    const before = await plans()
    for (let i = 11; i <= 40; i += 1) await answers(claim, NOON + MINUTE + i * 1000)
    const after = await plans()
    expect(after).toHaveLength(2)
    for (const [i, custom] of after.entries()) expect(custom - (before[i] ?? 0)).toBeLessThan(15)
  })

  test('say when their person was last seen', async () => {
    const claim = await claimed()
    await answers(claim, NOON + DAY)
    const { lastSeenAt } = await database().user.findUniqueOrThrow({ where: { id: claim.userId } })
    expect(lastSeenAt).toEqual(new Date(NOON + DAY))
  })

  test('that are all rubbish are refused one by one, and only for somebody who is signed in', async () => {
    const claim = await claimed()
    const rubbish = { events: ['rubbish', 7], now: NOON + MINUTE }
    expect(await recordReviewsOfSession(claim, rubbish)).toMatchObject([
      { status: 'rejected', reason: 'malformed' },
      { status: 'rejected', reason: 'malformed' },
    ])
    await closeSession({ ...claim, now: NOON })
    expect(await recordReviewsOfSession(claim, rubbish)).toBeNull()
  })
})

describe('answers of a session that no longer holds are not recorded, because', () => {
  const ends: Record<string, (claim: SessionClaim) => Promise<SessionClaim>> = {
    'its person signed out': async (claim) => {
      await closeSession({ ...claim, now: NOON })
      return claim
    },
    'the account was disabled': async (claim) => {
      await database().user.update({
        where: { id: claim.userId },
        data: { disabledAt: new Date() },
      })
      return claim
    },
    'the password was changed': async (claim) => {
      const { userId } = claim
      await setPassword(wholeScope(), { userId, password: 'a new long password', now: NOON })
      return claim
    },
    'it belongs to somebody else': async (claim) => {
      const other: UserId = await somebody()
      return { ...claim, sessionId: await openSession({ userId: other, now: NOON }) }
    },
    'there never was such a session': async (claim) => {
      const sessionId: SessionId = asSessionId('made up')
      return { ...claim, sessionId }
    },
  }

  test.each(Object.entries(ends))('%s', async (_, end) => {
    const claim = await claimed()
    expect(await answers(claim)).toMatchObject([{ status: 'accepted' }])
    expect(await answers(await end(claim), NOON + DAY)).toBeNull()
    expect(await logOf(claim.userId)).toHaveLength(1)
  })

  test('nothing was sent for thirty days', async () => {
    const claim = await claimed()
    expect(await answers(claim, NOON + SESSION_IDLE_MS)).toBeNull()
    expect(await logOf(claim.userId)).toHaveLength(0)
  })

  test('it is half a year old, however often it was used', async () => {
    const claim = await claimed()
    const step = SESSION_IDLE_MS - DAY
    for (let age = step; age < SESSION_LONGEST_MS; age += step) {
      expect(await answers(claim, NOON + age)).toMatchObject([{ status: 'accepted' }])
    }
    expect(await answers(claim, NOON + SESSION_LONGEST_MS - DAY - 1)).toHaveLength(1)
    expect(await answers(claim, NOON + SESSION_LONGEST_MS)).toBeNull()
  })
})

test('a session that is used ends later, which is written once a day at most', async () => {
  const claim = await claimed()
  const end = async () => {
    const where = { id: claim.sessionId }
    return (await database().session.findUniqueOrThrow({ where })).expiresAt.getTime() - NOON
  }
  await answers(claim, NOON + DAY - 1)
  expect(await end()).toBe(SESSION_IDLE_MS)
  await answers(claim, NOON + DAY)
  expect(await end()).toBe(SESSION_IDLE_MS + DAY)
  await answers(claim, NOON + 2 * DAY - 1)
  expect(await end()).toBe(SESSION_IDLE_MS + DAY)
})

test('what one person sends at once is taken in turn, so that nothing is read twice', async () => {
  const claim = await claimed()
  await answers(claim, NOON + MINUTE)
  const statements = vi.spyOn(databasePool(), 'query')
  const sent = Array.from({ length: 8 }, (_, i) => answers(claim, NOON + MINUTE + 1 + i))
  expect((await Promise.all(sent)).flat().map((outcome) => outcome?.status)).toEqual(
    Array(8).fill('accepted'),
  )
  expect(statements).toHaveBeenCalledTimes(16)
  statements.mockRestore()
})
