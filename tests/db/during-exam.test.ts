import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database, databasePool } from '@/lib/db/connection/client'
import { TOLERANCE_MS } from '@/lib/exam/attempt-time'
import { asEventId, type UserId } from '@/lib/kernel/ids'
import { appealAnswer } from '@/lib/server/exam/appeal-answer'
import { loadRunningExams, noteAsked } from '@/lib/server/exam/during-exam'
import { handInExam } from '@/lib/server/exam/hand-in-exam'
import { loadExam } from '@/lib/server/exam/load-exam'
import { loadExamResults } from '@/lib/server/exam/load-exam-results'
import { startExam } from '@/lib/server/exam/start-exam'
import { checkSession, openSession } from '@/lib/server/people/sessions'
import { recordReviewsOfSession } from '@/lib/server/study/record-reviews'
import { begin, beginWith, examScene, REAL_COURSE, save, wrongAnswer } from '../support/exam-scene'
import { rightAnswer } from '../support/right-answer'
import { as, DAY, MINUTE, NOON, openScene } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene(REAL_COURSE)
})
afterAll(() => scene.close())

const END = NOON + 30 * MINUTE

async function session(userId: UserId, now = NOON) {
  const sessionId = await openSession({ userId, now })
  return { userId, sessionId }
}
const runs = async (claim: Awaited<ReturnType<typeof session>>, now: number) =>
  (await checkSession({ ...claim, now }))?.examRuns

test('an exam is open from its start until no answer can arrive any more, and an abandoned one locks nobody out', async () => {
  const { userId, examId } = await examScene()
  const claim = await session(userId)
  expect(await runs(claim, NOON)).toBe(false)
  await begin(userId, examId)
  expect(await runs(claim, NOON + 1)).toBe(true)
  expect(await runs(claim, END + TOLERANCE_MS - 1)).toBe(true)
  expect(await runs(claim, END + TOLERANCE_MS)).toBe(false)
})

test('handing in opens everything at once, and another exam that is open keeps it closed', async () => {
  const { userId, examId, scope } = await examScene({ maxAttempts: 2, retakeAfterDays: 0 })
  const claim = await session(userId)
  const { attemptId } = await begin(userId, examId)
  await handInExam(await as(userId), { attemptId, now: NOON + MINUTE })
  expect(await runs(claim, NOON + 2 * MINUTE)).toBe(false)
  await startExam(await as(userId), { examId, now: NOON + 3 * MINUTE })
  expect(await runs(claim, NOON + 4 * MINUTE)).toBe(true)
  expect(scope.cohort.archived).toBe(false)
})

test('an instructor who sits an exam is like anybody else, and others are not concerned', async () => {
  const { userId, actorId, examId } = await examScene()
  await begin(userId, examId)
  expect(await runs(await session(actorId), NOON + 1)).toBe(false)
  await database().user.update({ where: { id: userId }, data: { role: 'admin' } })
  expect(await runs(await session(userId), NOON + 1)).toBe(true)
})

test('the session, and whether an exam is open, are read in one statement, and the outbox needs no further one', async () => {
  const { userId, examId } = await examScene()
  const claim = await session(userId)
  await begin(userId, examId)
  await runs(claim, NOON + 1)
  const statements = vi.spyOn(databasePool(), 'query')
  await runs(claim, NOON + 2)
  expect(statements).toHaveBeenCalledTimes(1)
  statements.mockClear()
  await recordReviewsOfSession(claim, { events: [], now: NOON + 3 })
  expect(statements).toHaveBeenCalledTimes(1)
  statements.mockRestore()
})

test('the outbox takes answers during an exam, and says the same of a right and of a wrong one', async () => {
  const outcomes = []
  for (const answerOf of [rightAnswer, wrongAnswer]) {
    const { userId, examId } = await examScene()
    const { drawn } = await beginWith(['choice'], userId, examId)
    const first = drawn.find(({ question }) => question.kind === 'choice')
    if (first === undefined) return expect.unreachable()
    const answer = answerOf === rightAnswer ? rightAnswer(first.question) : wrongAnswer(first)
    const event = {
      id: asEventId(uuidv7()),
      questionId: first.question.id,
      kind: 'grade',
      at: new Date(NOON + MINUTE).toISOString(),
      rating: 3,
      answer,
      durationMs: 1000,
      context: 'review',
    }
    const claim = await session(userId)
    const results = await recordReviewsOfSession(claim, { events: [event], now: NOON + 2 * MINUTE })
    outcomes.push(
      results?.map((result) => ({ ...result, id: '', questionId: '', card: dueOf(result) })),
    )
  }
  expect(outcomes[0]).toMatchObject([{ status: 'accepted' }])
  expect(outcomes[0]).toEqual(outcomes[1])
})

// Intervals have a fuzz that is seeded by the question, and the two drew different ones.
const dueOf = (result: object) =>
  'card' in result ? Object.keys(Object(result.card)).toSorted() : null

test('what somebody asks for during an attempt is kept with it, and shown to the instructors', async () => {
  const { userId, examId, scope } = await examScene()
  await noteAsked(await as(userId), { asked: '/course', now: NOON - 1 })
  const { attemptId } = await begin(userId, examId)
  await noteAsked(await as(userId), { asked: '/search?q=CSTO\0', now: NOON + MINUTE })
  await noteAsked(await as(userId), { asked: `/${'x'.repeat(999)}`, now: NOON + 2 * MINUTE })
  expect(await loadRunningExams(await as(userId), { now: NOON + MINUTE })).toMatchObject([
    { examId, title: 'Sign-off', endsAt: END, pagesAsked: 2 },
  ])
  await handInExam(await as(userId), { attemptId, now: NOON + 3 * MINUTE })
  await noteAsked(await as(userId), { asked: '/course', now: NOON + 4 * MINUTE })

  const { takers, askedDuring } = await loadExamResults(scope, { examId, now: NOON + 5 * MINUTE })
  const attempts = takers.flatMap((taker) => taker.attempts)
  expect(attempts.flatMap((attempt) => askedDuring(attempt))).toMatchObject([
    { attemptId, at: NOON + MINUTE, asked: '/search?q=CSTO' },
    { attemptId, at: NOON + 2 * MINUTE, asked: expect.stringMatching(/^\/x{299}$/) },
  ])
})

test('however often somebody asks, 500 rows of it are kept', async () => {
  const { userId, examId } = await examScene()
  const { attemptId } = await begin(userId, examId)
  await database().examPageAsked.createMany({
    data: Array.from({ length: 499 }, () => ({
      userId,
      attemptId,
      id: uuidv7(),
      at: new Date(NOON),
      asked: '/course',
    })),
  })
  for (const now of [1, 2, 3])
    await noteAsked(await as(userId), { asked: '/course', now: NOON + now })
  expect(await database().examPageAsked.count({ where: { attemptId } })).toBe(500)
})

test('during a second attempt, what the first one got wrong and the reply to an appeal stay hidden', async () => {
  const { userId, examId } = await examScene({ retakeAfterDays: 0 })
  const typed = ['text', 'cloze', 'number'] as const
  const running = await beginWith(typed, userId, examId)
  const isTyped = ({ kind }: { kind: string }) => typed.some((each) => each === kind)
  const position = running.drawn.findIndex(({ question }) => isTyped(question))
  const answer = wrongAnswer(running.drawn[position])
  await save(userId, running, [{ position, at: NOON + 1, answer }], NOON + MINUTE)
  const { attemptId } = running
  await handInExam(await as(userId), { attemptId, now: NOON + MINUTE })
  const appeal = { attemptId, position, reason: 'It is right.', now: NOON + 2 * MINUTE }
  await appealAnswer(await as(userId), appeal)
  const shown = async (examRuns: boolean) => {
    const view = await loadExam({ ...(await as(userId)), examRuns }, { examId, now: NOON + DAY })
    return view.past.flatMap(({ typedAnswers }) => typedAnswers)
  }
  expect(await shown(false)).toMatchObject([{ position, appeal: { reason: 'It is right.' } }])
  expect(await shown(true)).toEqual([])
})
