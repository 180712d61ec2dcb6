import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { databasePool } from '@/lib/db/connection/client'
import { cardsOf } from '@/lib/db/study/cards'
import { logOf } from '@/lib/db/study/review-log'
import { rollUpsOf } from '@/lib/db/study/study-days'
import type { UserId } from '@/lib/kernel/ids'
import { checkLog } from '@/lib/server/operate/check-log'
import { recordReviews } from '@/lib/server/study/record-reviews'
import { wholeScope } from '@/lib/server/whole-scope'
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
// The law of every test below: whatever was sent, the projection says what the log says.
afterAll(async () => {
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  await scene.close()
})

const cardNow = async (userId: UserId) => (await cardsOf(userId))[0]?.card
const reviews = async (userId: UserId) =>
  (await rollUpsOf(userId)).reduce((sum, day) => sum + day.reviews, 0)

describe('one answer', () => {
  test('writes event, card and study day together', async () => {
    const user = await somebody()
    const [outcome] = await send(user, NOON, grade(3, NOON - MINUTE))
    expect(outcome?.status).toBe('accepted')
    const card = await cardNow(user)
    expect(outcome).toMatchObject({ card })
    expect(card?.state).toMatchObject({ phase: 'learning', reps: 1, lastReviewAt: NOON - MINUTE })
    expect(await logOf(user)).toHaveLength(1)
    expect(await rollUpsOf(user)).toMatchObject([{ reviews: 1, introduced: 1, durationMs: 5000 }])
  })

  test('two Goods graduate a card, with its learning step read back from the database between', async () => {
    const user = await somebody()
    await send(user, NOON, grade(3, NOON))
    const [second] = await send(user, NOON + 10 * MINUTE, grade(3, NOON + 10 * MINUTE))
    expect(second).toMatchObject({ status: 'accepted', card: { state: { phase: 'review' } } })
    expect((await cardNow(user))?.state).toMatchObject({ phase: 'review', reps: 2 })
  })

  test('keeps what was answered, what the server thought of it, and the recall it predicted', async () => {
    const user = await somebody()
    const answer = { kind: 'number', text: '4,500' }
    await send(user, NOON, grade(4, NOON, { questionId: 'fleet-size', answer }))
    await send(
      user,
      NOON + 20 * DAY,
      grade(3, NOON + 20 * DAY, {
        questionId: 'fleet-size',
        answer: { kind: 'number', text: '12' },
      }),
    )
    const log = (await logOf(user)).sort((a, b) => a.at - b.at)
    expect(log[0]?.graded).toMatchObject({ correct: true, predictedRecall: null, revision: 1 })
    expect(log[1]?.graded).toMatchObject({ correct: false })
    expect(log[1]?.graded?.predictedRecall).toBeGreaterThan(0.3)
    expect(log[1]?.graded?.predictedRecall).toBeLessThan(1)
  })
})

test('an answer that calls itself an exam’s is rejected when it comes from a browser', async () => {
  const user = await somebody()
  const [outcome] = await send(user, NOON, grade(3, NOON, { context: 'exam' }))
  expect(outcome).toMatchObject({ status: 'rejected', reason: 'malformed' })
  expect(await cardsOf(user)).toEqual([])
})

describe('the same answer again', () => {
  test('five identical grades at once count once', async () => {
    const user = await somebody()
    const event = grade(3, NOON)
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => send(user, NOON, event)))
    const statuses = outcomes.flat().map((outcome) => outcome.status)
    expect(statuses.sort()).toEqual([
      'accepted',
      'duplicate',
      'duplicate',
      'duplicate',
      'duplicate',
    ])
    expect(await reviews(user)).toBe(1)
    expect((await cardNow(user))?.state).toMatchObject({ reps: 1 })
  })

  test('twenty different grades of one card at once are all kept', async () => {
    const user = await somebody()
    const events = Array.from({ length: 20 }, (_, i) => grade(3, NOON + i * 1000))
    const outcomes = await Promise.all(events.map((event) => send(user, NOON + MINUTE, event)))
    expect(outcomes.flat().map((outcome) => outcome.status)).toEqual(Array(20).fill('accepted'))
    expect(await logOf(user)).toHaveLength(20)
    expect((await cardNow(user))?.state).toMatchObject({ reps: 20 })
  })

  test('an id that was used for another question is rejected and changes nothing', async () => {
    const user = await somebody()
    const event = grade(3, NOON)
    await send(user, NOON, event)
    const before = await cardNow(user)
    const [again] = await send(user, NOON, { ...event, questionId: 'fleet-size' })
    expect(again).toMatchObject({ status: 'rejected', reason: 'id_reused' })
    expect(await cardsOf(user)).toMatchObject([{ questionId: QUESTION, card: before }])
  })
})

describe('undo', () => {
  test('restores the state before to the millisecond, roll-up included', async () => {
    const user = await somebody()
    await send(user, NOON, grade(3, NOON), grade(3, NOON + 11 * MINUTE))
    const before = await cardNow(user)
    const days = await rollUpsOf(user)
    const slip = grade(1, NOON + 3 * DAY)
    await send(user, NOON + 3 * DAY, slip)
    expect(await cardNow(user)).not.toEqual(before)
    const [undone] = await send(user, NOON + 3 * DAY, undo(slip.id, NOON + 3 * DAY))
    expect(undone).toMatchObject({ status: 'accepted', card: before })
    expect(await cardNow(user)).toEqual(before)
    expect((await rollUpsOf(user)).filter((day) => day.reviews > 0)).toEqual(days)
  })

  test('is not applied twice to one answer', async () => {
    const user = await somebody()
    const first = grade(3, NOON)
    const second = grade(3, NOON + 11 * MINUTE)
    await send(user, NOON + DAY, first, second, undo(second.id, NOON + 12 * MINUTE))
    const after = await cardNow(user)
    const [again] = await send(user, NOON + DAY, undo(second.id, NOON + 13 * MINUTE))
    expect(again).toMatchObject({ status: 'rejected', reason: 'already_undone' })
    expect(await cardNow(user)).toEqual(after)
  })

  test('many undos of one answer at once are one', async () => {
    const user = await somebody()
    const event = grade(3, NOON)
    await send(user, NOON, event)
    const tries = Array.from({ length: 6 }, (_, i) => undo(event.id, NOON + i))
    const outcomes = (await Promise.all(tries.map((one) => send(user, NOON + DAY, one)))).flat()
    expect(outcomes.filter((outcome) => outcome.status === 'accepted')).toHaveLength(1)
    expect((await cardNow(user))?.state).toEqual({ phase: 'new' })
    expect(await reviews(user)).toBe(0)
  })

  test('of somebody else’s answer, of nothing, and of an undo is refused', async () => {
    const user = await somebody()
    const other = await somebody()
    const event = grade(3, NOON)
    const undone = undo(event.id, NOON + 1)
    await send(user, NOON, event, undone)
    const reasons = [
      ...(await send(other, NOON, undo(event.id, NOON))),
      ...(await send(user, NOON, undo(uuidv7(), NOON), undo(undone.id, NOON))),
    ]
    expect(reasons).toMatchObject([
      { status: 'rejected', reason: 'unknown_event' },
      { status: 'rejected', reason: 'unknown_event' },
      { status: 'rejected', reason: 'cannot_undo' },
    ])
  })
})

describe('time', () => {
  test('a review dated 2099 counts as of now and blocks nothing later', async () => {
    const user = await somebody()
    const [ahead] = await send(user, NOON, grade(3, Date.UTC(2099, 0, 1)))
    expect(ahead).toMatchObject({ status: 'accepted', card: { state: { lastReviewAt: NOON } } })
    const [later] = await send(user, NOON + DAY, grade(3, NOON + DAY))
    expect(later).toMatchObject({
      status: 'accepted',
      card: { state: { lastReviewAt: NOON + DAY, reps: 2 } },
    })
  })

  test('an answer that comes in late makes the state that order would have made', async () => {
    const late = await somebody()
    const inOrder = await somebody()
    const times = [NOON, NOON + 11 * MINUTE, NOON + 3 * DAY, NOON + 9 * DAY]
    const now = NOON + 10 * DAY
    for (const i of [0, 3, 1, 2]) await send(late, now, grade(i === 2 ? 1 : 3, times[i] ?? 0))
    for (const i of [0, 1, 2, 3]) await send(inOrder, now, grade(i === 2 ? 1 : 3, times[i] ?? 0))
    expect(await cardNow(late)).toEqual(await cardNow(inOrder))
    expect(await rollUpsOf(late)).toEqual(await rollUpsOf(inOrder))
  })

  test('one from before the account existed is rejected', async () => {
    const user = await somebody()
    const outcomes = await send(user, NOON, grade(3, Date.UTC(1999, 0, 1)))
    expect(outcomes).toMatchObject([{ status: 'rejected', reason: 'impossible_time' }])
    expect(await cardsOf(user)).toEqual([])
  })

  test('an answer before four in the morning belongs to the day before', async () => {
    const user = await somebody()
    // 22:10 UTC is 03:55 in Kathmandu; five minutes later the new study day begins.
    const early = Date.UTC(2026, 5, 3, 22, 10)
    await send(user, early + DAY, grade(3, early), grade(3, early + 6 * MINUTE))
    expect((await rollUpsOf(user)).map(({ reviews: count }) => count)).toEqual([1, 1])
  })
})

describe('rubbish', () => {
  test('an unknown question is rejected by name of the reason', async () => {
    const user = await somebody()
    const outcomes = await send(user, NOON, grade(3, NOON, { questionId: 'no-such-question' }))
    expect(outcomes).toMatchObject([{ status: 'rejected', reason: 'unknown_question' }])
  })

  test('an answer of another kind than the question is rejected', async () => {
    const user = await somebody()
    const answer = { kind: 'choice', option: 'Tolls had doubled' }
    const outcomes = await send(user, NOON, grade(3, NOON, { answer }))
    expect(outcomes).toMatchObject([{ status: 'rejected', reason: 'answer_mismatch' }])
  })

  test('an answer with characters that Postgres cannot hold is recorded without them', async () => {
    const user = await somebody()
    const answer = { kind: 'text', text: 'March\u0000 1980 \ud800' }
    const outcomes = await send(
      user,
      NOON,
      grade(3, NOON, { questionId: 'founding-month', answer }),
    )
    expect(outcomes).toMatchObject([{ status: 'accepted' }])
  })

  test('one bad event takes no good one with it', async () => {
    const user = await somebody()
    const outcomes = await send(
      user,
      NOON,
      'rubbish',
      grade(3, NOON),
      { id: 7 },
      grade(9 as 1, NOON),
    )
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'rejected',
      'accepted',
      'rejected',
      'rejected',
    ])
    expect(await logOf(user)).toHaveLength(1)
  })
})

describe('setting aside', () => {
  test('bury, suspend, unsuspend and reset are events of the log too', async () => {
    const user = await somebody()
    const act = (kind: string, at: number) => ({ ...undo(uuidv7(), at), kind })
    await send(user, NOON, grade(3, NOON), act('bury', NOON + 1))
    expect((await cardNow(user))?.buriedUntil).not.toBeNull()
    await send(user, NOON + MINUTE, act('suspend', NOON + MINUTE))
    expect((await cardNow(user))?.suspended).toBe(true)
    const later = NOON + 2 * MINUTE
    await send(user, later, act('unsuspend', later), act('reset', later + 1))
    expect(await cardNow(user)).toMatchObject({ state: { phase: 'new' }, suspended: false })
  })
})

test('twenty answers take as many statements as one: for the course’s version, to read and to write', async () => {
  const user = await somebody()
  const scope = await as(user)
  await recordReviews(scope, { events: [grade(3, NOON)], now: NOON })
  const statements = vi.spyOn(databasePool(), 'query')
  for (const size of [1, 20]) {
    statements.mockClear()
    const events = Array.from({ length: size }, (_, i) => grade(3, NOON + size * MINUTE + i))
    const outcomes = await recordReviews(scope, { events, now: NOON + DAY })
    expect(outcomes.map(({ status }) => status)).toEqual(Array(size).fill('accepted'))
    expect(statements).toHaveBeenCalledTimes(3)
  }
  statements.mockRestore()
})
