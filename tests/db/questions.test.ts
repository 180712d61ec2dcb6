import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { databasePool } from '@/lib/db/connection/client'
import { findUser, updateStudySettings } from '@/lib/db/people/users'
import { cardsOf } from '@/lib/db/study/cards'
import { logOf } from '@/lib/db/study/review-log'
import { asLessonId, asQuestionId, type QuestionId, type UserId } from '@/lib/kernel/ids'
import { addDays, studyDayOf } from '@/lib/kernel/study-day'
import { filterScope } from '@/lib/review/custom-study'
import { type QuestionFilter, readFilter } from '@/lib/review/question-filter'
import { completeLesson } from '@/lib/server/course/complete-lesson'
import { checkLog } from '@/lib/server/operate/check-log'
import { actInBulk, previewBulk, undoBulk } from '@/lib/server/study/bulk'
import { loadCustomStudy } from '@/lib/server/study/load-custom-study'
import { loadQuestions } from '@/lib/server/study/load-questions'
import { studyMoreToday } from '@/lib/server/study/more-today'
import { startCram } from '@/lib/server/study/start-cram'
import { startReview } from '@/lib/server/study/start-review'
import { wholeScope } from '@/lib/server/whole-scope'
import { as, DAY, grade, MINUTE, NOON, openScene, send, somebody, undo } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
// Whatever was done in bulk or beside the day's limits, the projection says what the log says.
afterAll(async () => {
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  await scene.close()
})

const TODAY = studyDayOf(NOON, { zone: 'Asia/Kathmandu', rolloverHour: 4 })
const LESSON = asLessonId('founding-years')

/** Learnt two days ago and due within days; the last one forgotten at its last answer. */
const KNOWN = ['founding-month', 'guest-state', 'founding-motive', 'fleet-size'].map(asQuestionId)

async function analyst(): Promise<UserId> {
  const user = await somebody()
  await completeLesson(await as(user), { lessonId: LESSON, now: NOON - 3 * DAY })
  const start = NOON - 2 * DAY
  for (const questionId of KNOWN) {
    await send(
      user,
      NOON - DAY,
      grade(3, start, { questionId }),
      grade(3, start + 11 * MINUTE, { questionId }),
    )
  }
  return user
}

const filterOf = (values: Record<string, string>): QuestionFilter =>
  readFilter((name) => values[name] ?? null)
const found = async (user: UserId, values: Record<string, string>) => {
  const input = { filter: filterOf(values), sort: 'course', page: 1, now: NOON } as const
  return (await loadQuestions(await as(user), input)).ids
}
const cardsNow = async (user: UserId) =>
  new Map((await cardsOf(user)).map(({ questionId, card }) => [questionId, card]))

test('questions are found by topic, state, last answer and own flag, and an undone answer is none', async () => {
  const user = await analyst()
  const [first, second] = KNOWN
  const slip = grade(1, NOON - 2 * MINUTE, { questionId: second })
  await send(
    user,
    NOON,
    grade(1, NOON - 3 * MINUTE, { questionId: first }),
    slip,
    undo(slip.id, NOON - MINUTE, { questionId: second }),
    {
      ...grade(1, NOON - MINUTE, { questionId: second }),
      kind: 'flag',
      comment: 'Is this so?',
    },
  )
  expect(await found(user, { last: 'forgotten' })).toEqual([first])
  expect(await found(user, { mark: 'waiting' })).toEqual([second])
  expect(await found(user, { state: 'learning' })).toEqual([first])
  expect(await found(user, { topic: 'trade', state: 'review' })).toEqual(['founding-motive'])
  expect(await found(user, { text: 'merchants league' })).toEqual(['founding-motive'])
  const { rows } = await loadQuestions(await as(user), {
    filter: filterOf({}),
    sort: 'course',
    page: 1,
    now: NOON,
  })
  expect(rows.find(({ id }) => id === first)?.last).toBe(1)
  expect(rows.find(({ id }) => id === second)?.last).toBe(3)
})

test('what an act would do is said in numbers first, and then done to just that in one write', async () => {
  const user = await analyst()
  const scope = await as(user)
  const ids = [...KNOWN, asQuestionId('gone')]
  const act = { kind: 'suspend' } as const
  const effect = await previewBulk(scope, { chosen: { ids }, act, now: NOON })
  expect(effect.changes).toEqual(KNOWN)
  const query = vi.spyOn(databasePool(), 'query')
  expect(await actInBulk(scope, { questionIds: ids, act, now: NOON })).toBe(4)
  const writes = query.mock.calls.filter(([asked]) => JSON.stringify(asked).includes('INSERT INTO'))
  query.mockRestore()
  expect(writes).toHaveLength(1)
  for (const id of KNOWN) expect((await cardsNow(user)).get(id)?.suspended).toBe(true)
  expect(await previewBulk(scope, { chosen: { ids }, act, now: NOON })).toMatchObject({
    changes: [],
  })
})

test.each([
  { kind: 'bury' },
  { kind: 'suspend' },
  { kind: 'reset' },
  { kind: 'move', toDay: addDays(TODAY, 30) },
] as const)('$kind in bulk is undone to the cards of before', async (act) => {
  const user = await analyst()
  const scope = await as(user)
  const before = await cardsNow(user)
  await actInBulk(scope, { questionIds: KNOWN, act, now: NOON })
  expect(await cardsNow(user)).not.toEqual(before)
  expect(await undoBulk(scope, { at: NOON, now: NOON + MINUTE })).toBe(4)
  expect(await cardsNow(user)).toEqual(before)
  // Nothing is lost: the log has both.
  expect((await logOf(user)).filter(({ kind }) => kind === 'undo')).toHaveLength(4)
  expect(await undoBulk(scope, { at: NOON, now: NOON + 2 * MINUTE })).toBe(0)
})

test('a due day is set for what has one, between today and a year ahead', async () => {
  const user = await analyst()
  const scope = await as(user)
  const move = (days: number) => ({ kind: 'move', toDay: addDays(TODAY, days) }) as const
  await actInBulk(scope, { questionIds: KNOWN, act: move(12), now: NOON })
  const card = (await cardsNow(user)).get(KNOWN[0] ?? asQuestionId(''))
  expect(card?.state).toMatchObject({ dueDay: addDays(TODAY, 12) })
  for (const days of [-1, 366]) {
    await expect(
      actInBulk(scope, { questionIds: KNOWN, act: move(days), now: NOON }),
    ).rejects.toMatchObject({ code: 'invalid_input' })
  }
  const { kept } = await previewBulk(scope, {
    chosen: { filter: filterOf({ state: 'new' }) },
    act: move(3),
    now: NOON,
  })
  expect(kept.get('no-day')).toBeGreaterThan(0)
})

test('nothing chosen is refused with words', async () => {
  const scope = await as(await analyst())
  await expect(
    previewBulk(scope, { chosen: { ids: [] }, act: { kind: 'bury' }, now: NOON }),
  ).rejects.toThrow('Choose at least one question.')
})

test('more today raises the limits of today, for a session and for Today, and tomorrow has the usual ones', async () => {
  const user = await somebody()
  await completeLesson(await as(user), { lessonId: LESSON, now: NOON - 3 * DAY })
  await updateStudySettings(user, { newPerDay: 0 })
  const session = async (now: number) => startReview(await as(user), { part: null, now })
  expect((await session(NOON)).counts.new).toBe(0)
  const after = await studyMoreToday(await as(user), { wanted: { new: 2, reviews: 0 }, now: NOON })
  expect(after.new).toBeGreaterThan(0)
  expect((await session(NOON)).counts).toEqual(after)
  expect((await session(NOON + DAY)).counts.new).toBe(0)
  await expect(
    studyMoreToday(await as(user), { wanted: { new: 0, reviews: 0 }, now: NOON }),
  ).rejects.toMatchObject({ code: 'invalid_input' })
  expect((await findUser(user))?.settings.more).toMatchObject({ day: TODAY })
})

test('a session ahead has what falls due in its days, its answers count, and each comes once', async () => {
  const user = await analyst()
  const scope = await as(user)
  const { ahead } = await loadCustomStudy(scope, { now: NOON })
  const month = ahead.find(({ days }) => days === 30)
  const session = async () => startReview(scope, { part: 'ahead:30', now: NOON })
  const { cards, counts } = await session()
  expect(counts.review).toBe(month?.reviews)
  expect(cards.length).toBeGreaterThan(0)
  for (const { question } of cards) {
    await send(user, NOON, grade(3, NOON, { questionId: question.id }))
  }
  expect((await session()).cards).toEqual([])
  await expect(startReview(scope, { part: 'ahead:99', now: NOON })).rejects.toMatchObject({
    code: 'invalid_input',
  })
})

test('a session and a cram by filter have what the list finds of what has begun', async () => {
  const user = await analyst()
  const scope = await as(user)
  const part = filterScope(filterOf({ topic: 'trade' }))
  const asked = ({ cards }: { cards: readonly { question: { id: QuestionId } }[] }) =>
    cards.map(({ question }) => question.id)
  expect(asked(await startReview(scope, { part, now: NOON }))).toEqual(['founding-motive'])
  expect(asked(await startCram(scope, { parts: [part], take: 9, now: NOON }))).toEqual([
    'founding-motive',
  ])
})
