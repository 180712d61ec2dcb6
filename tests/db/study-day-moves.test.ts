import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateProfile } from '@/lib/db/people/users'
import { logOf } from '@/lib/db/study/review-log'
import { rollUpsOf } from '@/lib/db/study/study-days'
import type { UserId } from '@/lib/kernel/ids'
import { type DayClock, isoDate, studyDayOf } from '@/lib/kernel/study-day'
import { checkLog } from '@/lib/server/operate/check-log'
import { startReview } from '@/lib/server/study/start-review'
import { wholeScope } from '@/lib/server/whole-scope'
import { as, DAY, grade, MINUTE, NOON, openScene, QUESTION, send, somebody } from '../support/scene'

const HOUR = 60 * MINUTE

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => {
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  await scene.close()
})

const moveTo = (userId: UserId, zone: string, rolloverHour = 4) =>
  updateProfile(userId, { name: 'Somebody', zone, rolloverHour })
const datesOf = async (userId: UserId) =>
  (await logOf(userId)).sort((a, b) => a.at - b.at).map(({ day }) => isoDate(day))

describe('a browser’s clock', () => {
  test('set forward by hours dates nothing later than the server’s own time, and keeps the order', async () => {
    const user = await somebody()
    const first = grade(3, NOON + 5 * HOUR)
    const second = grade(3, NOON + 5 * HOUR + 1000)
    await send(user, NOON, first)
    await send(user, NOON + MINUTE, second)
    await send(user, NOON + 2 * MINUTE, grade(3, NOON + 2 * MINUTE))
    const log = (await logOf(user)).sort((a, b) => a.at - b.at)
    expect(log.map(({ at }) => at)).toEqual([NOON, NOON + MINUTE, NOON + 2 * MINUTE])
    expect(log.slice(0, 2).map(({ id }) => id)).toEqual([first.id, second.id])
    expect(await datesOf(user)).toEqual(['2026-06-03', '2026-06-03', '2026-06-03'])
  })

  test('set back by hours, as after a sitting taken up without a network, gives an older answer its old day', async () => {
    const user = await somebody()
    await send(user, NOON, grade(3, NOON - 10 * HOUR))
    // 20:15 UTC the day before is 02:00 in Kathmandu: before the rollover, so still the 2nd.
    expect(await datesOf(user)).toEqual(['2026-06-02'])
  })
})

describe('clocks that change for summer', () => {
  const BERLIN: DayClock = { zone: 'Europe/Berlin', rolloverHour: 3 }

  test.each([
    // 2026-10-25: 03:00 summer time becomes 02:00; the hour from 02:00 comes twice.
    [
      'back',
      Date.UTC(2026, 9, 25, 0, 30),
      Date.UTC(2026, 9, 25, 1, 30),
      Date.UTC(2026, 9, 25, 2, 1),
      '2026-10-24',
    ],
    // 2027-03-28: 02:00 becomes 03:00; 02:30 does not come at all.
    [
      'forward',
      Date.UTC(2027, 2, 28, 0, 30),
      Date.UTC(2027, 2, 28, 0, 59),
      Date.UTC(2027, 2, 28, 1, 1),
      '2027-03-27',
    ],
  ])(
    'put %s: the day begins once, at the rollover hour',
    async (_way, early, late, next, before) => {
      const user = await somebody()
      await moveTo(user, BERLIN.zone, BERLIN.rolloverHour)
      await send(user, next + HOUR, grade(3, early), grade(3, late), grade(3, next))
      const after = isoDate(studyDayOf(next, BERLIN))
      expect(await datesOf(user)).toEqual([before, before, after])
      expect(after > before).toBe(true)
      expect((await rollUpsOf(user)).map(({ reviews }) => reviews)).toEqual([2, 1])
    },
  )

  test('do not move a due day: a card due in n days is due on the n-th study day', async () => {
    const user = await somebody()
    await moveTo(user, BERLIN.zone, BERLIN.rolloverHour)
    const at = Date.UTC(2026, 9, 24, 22)
    const [outcome] = await send(user, at, grade(4, at))
    const state = outcome?.status === 'accepted' ? outcome.card.state : null
    if (state?.phase !== 'review') throw new Error('Easy did not graduate the card')
    expect(state.dueDay - studyDayOf(at, BERLIN)).toBe(state.intervalDays)
    const dueAt = at + state.intervalDays * DAY
    const queue = async (now: number) =>
      (await startReview(await as(user), { part: null, now })).cards.map(
        ({ question }) => question.id,
      )
    // 22:00 UTC was midnight in summer time; in winter time the same study day begins at 02:00 UTC.
    expect(await queue(Date.UTC(2026, 9, 24 + state.intervalDays, 1, 59))).not.toContain(QUESTION)
    expect(await queue(dueAt + 5 * HOUR)).toContain(QUESTION)
  })
})

describe('a move across zones in the middle of the day', () => {
  test('leaves the days of earlier answers alone and dates new ones by the new zone', async () => {
    const user = await somebody()
    await send(user, NOON, grade(3, NOON))
    await moveTo(user, 'Pacific/Kiritimati')
    // Noon in Kathmandu is 20:15 there; nine hours later it is 05:15 of the next day.
    await send(user, NOON + 9 * HOUR, grade(3, NOON + 9 * HOUR))
    await moveTo(user, 'Pacific/Honolulu')
    await send(user, NOON + 10 * HOUR, grade(3, NOON + 10 * HOUR))
    expect(await datesOf(user)).toEqual(['2026-06-03', '2026-06-04', '2026-06-03'])
  })

  test('dates an answer that was given before it and comes in after it by the zone it comes in under', async () => {
    const user = await somebody()
    await moveTo(user, 'Pacific/Kiritimati')
    await send(user, NOON + 9 * HOUR, grade(3, NOON + 9 * HOUR))
    await send(user, NOON + 9 * HOUR, grade(3, NOON))
    expect(await datesOf(user)).toEqual(['2026-06-03', '2026-06-04'])
  })
})

describe('what changed since an instant', () => {
  test('names cards by when the server heard of them, however late it did', async () => {
    const user = await somebody()
    await send(user, NOON, grade(3, NOON - MINUTE))
    const since = NOON + HOUR
    const changed = async (from: number | null) =>
      (await startReview(await as(user), { part: null, since: from, now: since + HOUR })).changed
    expect(await changed(null)).toEqual([])
    expect(await changed(since)).toEqual([])
    // Done on another device without a network, well before `since`.
    await send(user, since + MINUTE, grade(3, NOON + MINUTE, { questionId: 'fleet-size' }))
    expect((await changed(since)).map(({ questionId }) => questionId)).toEqual(['fleet-size'])
  })
})
