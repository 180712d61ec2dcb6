import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AskedQuestion } from '@/lib/course/types'
import { cardsOf } from '@/lib/db/study/cards'
import { logOf } from '@/lib/db/study/review-log'
import {
  asLessonId,
  asModuleId,
  type LessonId,
  type QuestionId,
  type UserId,
} from '@/lib/kernel/ids'
import type { Answer } from '@/lib/kinds/types'
import type { PlacementPayload } from '@/lib/review/placement'
import { completeLesson } from '@/lib/server/course/complete-lesson'
import { loadCourse } from '@/lib/server/course/load-course'
import { checkLog } from '@/lib/server/operate/check-log'
import { applyPlacement } from '@/lib/server/study/apply-placement'
import { loadPlacement, startPlacement } from '@/lib/server/study/load-placement'
import { startReview } from '@/lib/server/study/start-review'
import { takeLessonBack } from '@/lib/server/study/take-lesson-back'
import { wholeScope } from '@/lib/server/whole-scope'
import { rightAnswer as rightAnswerTo } from '../support/right-answer'
import { as, NOON, openScene, somebody } from '../support/scene'

const COURSE = fileURLToPath(new URL('../../content/central-asia', import.meta.url))
const MODULE = asModuleId('membership')

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene(COURSE)
})
afterAll(async () => {
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  await scene.close()
})

const start = async (userId: UserId) =>
  startPlacement(await as(userId), { modules: [MODULE], now: NOON })

/** The first `count` questions of a lesson that are no siblings, answered as given. */
function answersTo({ lessons, cards }: PlacementPayload, lesson: LessonId, count: number) {
  const taken: AskedQuestion[] = []
  const beside = new Set<QuestionId>()
  for (const { questionId, siblings } of lessons.find(({ id }) => id === lesson)?.candidates ??
    []) {
    const question = cards.find((card) => card.question.id === questionId)?.question
    if (question === undefined || taken.length === count || beside.has(questionId)) continue
    taken.push(question)
    for (const sibling of siblings) beside.add(sibling)
  }
  return taken.map((question) => ({
    id: uuidv7(),
    questionId: question.id,
    at: new Date(NOON).toISOString(),
    durationMs: 7000,
    answer: rightAnswer(question),
  }))
}

const rightAnswer = (question: AskedQuestion): Answer =>
  question.kind === 'flash' ? { kind: 'flash' } : rightAnswerTo(question)

const firstLesson = (payload: PlacementPayload): LessonId => {
  const [lesson] = payload.lessons
  if (!lesson) throw new Error('No lesson can be tested')
  return lesson.id
}

async function stateOf(userId: UserId, lesson: LessonId) {
  const { modules } = await loadCourse(await as(userId), { now: NOON })
  return modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === lesson)?.state
}

describe('a placement', () => {
  test('offers the unfinished lessons of the modules asked for, and the same questions all day', async () => {
    const userId = await somebody()
    const modules = await loadPlacement(await as(userId), { now: NOON })
    const payload = await start(userId)
    expect(payload.lessons).toHaveLength(modules.find(({ id }) => id === MODULE)?.lessons ?? 0)
    expect(await start(userId)).toEqual(payload)

    const lesson = firstLesson(payload)
    await completeLesson(await as(userId), { lessonId: lesson, now: NOON })
    expect((await start(userId)).lessons.map(({ id }) => id)).not.toContain(lesson)
  })

  test('skips a lesson found known: its questions open, what was right comes back in days', async () => {
    const userId = await somebody()
    const payload = await start(userId)
    const lesson = firstLesson(payload)
    const answers = answersTo(payload, lesson, 5)
    const done = await applyPlacement(await as(userId), { lessonIds: [lesson], answers, now: NOON })
    expect(done).toEqual({ skipped: 1, recorded: answers.length })
    expect(await stateOf(userId, lesson)).toBe('skipped')
    const cards = await cardsOf(userId)
    expect(cards).toHaveLength(answers.length)
    for (const { card } of cards) expect(card.state.phase).toBe('review')
    const log = await logOf(userId)
    expect(log.map(({ graded }) => graded?.context)).toEqual(answers.map(() => 'placement'))
    const session = await startReview(await as(userId), { part: null, now: NOON })
    expect(session.cards.length).toBeGreaterThan(0)
    expect(session.cards.every(({ question }) => question.lesson === lesson)).toBe(true)
  })

  test('spreads over days what it schedules', async () => {
    const userId = await somebody()
    const payload = await start(userId)
    const known = payload.lessons.map(({ id }) => id)
    const answers = known.flatMap((lesson) => answersTo(payload, lesson, 5))
    await applyPlacement(await as(userId), { lessonIds: known, answers, now: NOON })
    const days = (await cardsOf(userId)).map(({ card: { state } }) =>
      state.phase === 'review' ? state.dueDay : null,
    )
    expect(new Set(days).size).toBeGreaterThan(2)
  })

  test('applied twice records nothing twice', async () => {
    const userId = await somebody()
    const payload = await start(userId)
    const lesson = firstLesson(payload)
    const answers = answersTo(payload, lesson, 5)
    await applyPlacement(await as(userId), { lessonIds: [lesson], answers, now: NOON })
    const cards = await cardsOf(userId)
    await applyPlacement(await as(userId), { lessonIds: [lesson], answers, now: NOON + 1000 })
    expect(await cardsOf(userId)).toEqual(cards)
    expect(await logOf(userId)).toHaveLength(answers.length)
  })

  test('refuses a lesson whose answers do not carry it, and writes nothing of the others', async () => {
    const userId = await somebody()
    const payload = await start(userId)
    const [first, second] = payload.lessons.map(({ id }) => id)
    const lessonIds = [first, second].filter((id) => id !== undefined)
    const answers = [
      ...answersTo(payload, lessonIds[0] as LessonId, 5),
      ...answersTo(payload, lessonIds[1] as LessonId, 1),
    ]
    const before = await logOf(userId)
    await expect(
      applyPlacement(await as(userId), { lessonIds, answers, now: NOON }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
    })
    expect(await logOf(userId)).toEqual(before)
    expect(await stateOf(userId, lessonIds[0] as LessonId)).toBe('open')
  })

  test('refuses answers that say nothing it understands', async () => {
    const userId = await somebody()
    const lessonIds = [asLessonId('shanghai-five-to-sco')]
    for (const answers of [[], [null], [{ questionId: 'no-such-question' }]]) {
      await expect(
        applyPlacement(await as(userId), { lessonIds, answers, now: NOON }),
      ).rejects.toMatchObject({
        code: 'invalid_input',
      })
    }
  })

  test('can be taken back, which leaves what was answered; a lesson that was read cannot', async () => {
    const userId = await somebody()
    const payload = await start(userId)
    const lesson = firstLesson(payload)
    const answers = answersTo(payload, lesson, 5)
    await applyPlacement(await as(userId), { lessonIds: [lesson], answers, now: NOON })
    await takeLessonBack(await as(userId), lesson)
    expect(await stateOf(userId, lesson)).toBe('started')
    expect(await cardsOf(userId)).toHaveLength(answers.length)
    await completeLesson(await as(userId), { lessonId: lesson, now: NOON })
    await expect(takeLessonBack(await as(userId), lesson)).rejects.toMatchObject({
      code: 'invalid_input',
    })
    expect(await stateOf(userId, lesson)).toBe('done')
  })

  test('lets a skipped lesson be finished by reading it', async () => {
    const userId = await somebody()
    const payload = await start(userId)
    const lesson = firstLesson(payload)
    const answers = answersTo(payload, lesson, 5)
    await applyPlacement(await as(userId), { lessonIds: [lesson], answers, now: NOON })
    await completeLesson(await as(userId), { lessonId: lesson, now: NOON })
    expect(await stateOf(userId, lesson)).toBe('done')
  })

  test('asks for new questions of read lessons before those of skipped ones', async () => {
    const userId = await somebody()
    const payload = await start(userId)
    const [first, second] = payload.lessons.map(({ id }) => id) as [LessonId, LessonId]
    const answers = answersTo(payload, first, 5)
    await applyPlacement(await as(userId), { lessonIds: [first], answers, now: NOON })
    await completeLesson(await as(userId), { lessonId: second, now: NOON })
    const { cards } = await startReview(await as(userId), { part: null, now: NOON })
    const fresh = cards.filter(({ card }) => card.state.phase === 'new')
    expect(fresh[0]?.question.lesson).toBe(second)
  })
})
