import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardsOf } from '@/lib/db/study/cards'
import { logOf } from '@/lib/db/study/review-log'
import { rollUpsOf } from '@/lib/db/study/study-days'
import type { Rating } from '@/lib/memory/card/state'
import { checkLog } from '@/lib/server/operate/check-log'
import { wholeScope } from '@/lib/server/whole-scope'
import { DAY, grade, MINUTE, NOON, openScene, send, somebody, undo } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => {
  await scene.close()
})

const RUNS = { numRuns: 25 }
const NOW = NOON + 80 * DAY

const history = fc
  .array(
    fc.record({
      rating: fc.constantFrom<Rating>(1, 2, 3, 4),
      gap: fc.oneof(fc.integer({ min: 1, max: 30 * MINUTE }), fc.integer({ min: 1, max: 9 * DAY })),
      question: fc.constantFrom('founding-motive', 'fleet-size'),
      undone: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((answers) => {
    let at = NOON
    return answers.flatMap(({ rating, gap, question, undone }) => {
      at += gap
      const event = grade(rating, at, { questionId: question })
      return undone ? [event, undo(event.id, at + 1, { questionId: question })] : [event]
    })
  })

const stored = async (userId: Awaited<ReturnType<typeof somebody>>) => ({
  cards: await cardsOf(userId),
  days: (await rollUpsOf(userId)).filter((day) =>
    Object.values(day).some((n, i) => i > 0 && n > 0),
  ),
})

test('sent twice, in any order and any split into requests, a history makes the same cards and days', async () => {
  const anyWay = history.chain((events) =>
    fc.record({
      events: fc.constant(events),
      // Undos keep their place after their grades: an undo of what never came is refused.
      shuffled: fc.shuffledSubarray(
        events.filter((event) => event.kind === 'grade'),
        { minLength: events.filter((event) => event.kind === 'grade').length },
      ),
    }),
  )
  await fc.assert(
    fc.asyncProperty(anyWay, async ({ events, shuffled }) => {
      const plain = await somebody()
      const messy = await somebody()
      await send(plain, NOW, ...events)
      const undos = events.filter((event) => event.kind === 'undo')
      for (const event of shuffled) await send(messy, NOW, event)
      await send(messy, NOW, ...undos, ...shuffled, ...undos)
      expect(await stored(messy)).toEqual(await stored(plain))
      expect(await logOf(messy)).toHaveLength(events.length)
    }),
    RUNS,
  )
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
})

test('from several devices at once, in batches that overlap, every answer is recorded once', async () => {
  const devices = history.chain((events) =>
    fc.record({
      events: fc.constant(events.filter((event) => event.kind === 'grade')),
      // A device sends again what it never saw confirmed, so batches share events.
      shares: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 2, maxLength: 6 }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(devices, async ({ events, shares }) => {
      const plain = await somebody()
      const racing = await somebody()
      await send(plain, NOW, ...events)
      const batches = [events, ...shares.map(([from, size]) => events.slice(from, from + size + 1))]
      const outcomes = await Promise.all(batches.map((batch) => send(racing, NOW, ...batch)))
      for (const { id } of events) {
        const said = outcomes.flat().filter((outcome) => outcome.id === id)
        expect(said.filter(({ status }) => status === 'accepted')).toHaveLength(1)
        expect(said.filter(({ status }) => status === 'rejected')).toEqual([])
      }
      expect(await stored(racing)).toEqual(await stored(plain))
      expect(await logOf(racing)).toHaveLength(events.length)
    }),
    RUNS,
  )
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
})

test('undoing the last answer makes the state before it', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.constantFrom<Rating>(1, 2, 3, 4), async (events, rating) => {
      const user = await somebody()
      await send(user, NOW, ...events)
      const before = await stored(user)
      const last = grade(rating, NOW)
      await send(user, NOW, last, undo(last.id, NOW))
      expect((await stored(user)).days).toEqual(before.days)
      const seen = (cards: typeof before.cards) =>
        cards.filter(({ card }) => card.state.phase !== 'new')
      expect(seen((await stored(user)).cards)).toEqual(seen(before.cards))
    }),
    RUNS,
  )
})

test('any rubbish gets one rejection each with a reason, and changes nothing', async () => {
  const user = await somebody()
  const halfRight = fc.record(
    {
      id: fc.oneof(fc.uuid(), fc.anything()),
      questionId: fc.oneof(fc.constant('founding-motive'), fc.anything()),
      kind: fc.oneof(fc.constantFrom('grade', 'undo', 'bury'), fc.anything()),
      at: fc.oneof(fc.date({ noInvalidDate: true }).map(String), fc.anything()),
      rating: fc.anything(),
      answer: fc.anything(),
      undoes: fc.oneof(fc.uuid(), fc.anything()),
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.anything(), halfRight), { maxLength: 6 }),
      async (events) => {
        const outcomes = await send(user, NOW, ...events)
        expect(outcomes).toHaveLength(events.length)
        for (const outcome of outcomes) {
          expect(outcome).toMatchObject({
            status: 'rejected',
            message: expect.stringMatching(/\w/),
          })
        }
      },
    ),
    { numRuns: 200 },
  )
  expect(await stored(user)).toEqual({ cards: [], days: [] })
  expect(await logOf(user)).toEqual([])
})
