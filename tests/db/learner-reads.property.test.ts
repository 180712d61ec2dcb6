import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database, databasePool } from '@/lib/db/connection/client'
import { toUser } from '@/lib/db/people/users'
import { toCard } from '@/lib/db/study/card-row'
import { asLessonId, asQuestionId, asUserId, type UserId } from '@/lib/kernel/ids'
import { studyDayOf } from '@/lib/kernel/study-day'
import { UNSEEN_CARD } from '@/lib/memory/card/card'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { comingLoad } from '@/lib/review/coming-load'
import { dailyQueue, questionsIn } from '@/lib/review/daily-queue'
import type { StudyState } from '@/lib/review/study-state'
import { todayView } from '@/lib/review/view/today'
import { requireCourse } from '@/lib/server/current-course'
import { learnerScope } from '@/lib/server/scope'
import { loadToday } from '@/lib/server/study/load-today'
import { startReview } from '@/lib/server/study/start-review'
import { courseFolder } from '../support/real-course'
import { DAY, MINUTE, NOON, openScene } from '../support/scene'

const CLOCK = { zone: 'Asia/Kathmandu', rolloverHour: 4 }
const TODAY = studyDayOf(NOON, CLOCK)

let scene: { close: () => Promise<void> }
let questions: readonly string[]
let lessons: readonly string[]
beforeAll(async () => {
  scene = await openScene(courseFolder)
  const { catalogue } = (await requireCourse()).look
  questions = [...catalogue.questions.map(({ id }) => id), ...RETIRED]
  lessons = [...catalogue.lessons.map(({ id }) => id), 'a-lesson-of-before']
})
afterAll(() => scene.close())

/** Questions that the course does not ask any more. */
const RETIRED = Array.from({ length: 40 }, (_, i) => `retired-${i}`)

// Half of what is drawn lies among 60 questions next to each other, so that siblings meet.
const place = fc.oneof(fc.nat(), fc.integer({ min: 300, max: 360 }))

const drawnCard = fc.record({
  place,
  phase: fc.constantFrom('new', 'learning', 'review', 'review', 'review', 'relearning'),
  stability: fc.double({ min: 0.1, max: 400, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  daysAgo: fc.oneof(fc.nat(3), fc.nat(90)),
  interval: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 200 })),
  dueInMinutes: fc.integer({ min: -2000, max: 60 }),
  suspended: fc.constantFrom(false, false, false, true),
  buriedFor: fc.constantFrom(null, null, null, -1, 0, 1),
})

const limit = fc.constantFrom(0, 5, 20, 9999)

const deck = fc.record({
  cards: fc.uniqueArray(drawnCard, { maxLength: 80, selector: ({ place }) => place }),
  lessons: fc.uniqueArray(
    fc.record({ place: fc.nat(), how: fc.constantFrom('opened', 'read', 'skipped') }),
    { maxLength: 40, selector: ({ place }) => place },
  ),
  newPerDay: limit,
  reviewsPerDay: limit,
  catchUp: fc.option(fc.record({ ago: fc.nat(20), days: fc.integer({ min: 2, max: 60 }) })),
  levelLoad: fc.boolean(),
  ownModel: fc.boolean(),
  done: fc.option(fc.record({ introduced: fc.nat(25), retentionTotal: fc.nat(30) })),
})

type Deck = typeof deck extends fc.Arbitrary<infer T> ? T : never

const at = (instant: number) => new Date(instant).toISOString()

function cardRow(userId: string, drawn: Deck['cards'][number]) {
  const { phase, stability, difficulty, daysAgo, interval, dueInMinutes, suspended } = drawn
  const seen = phase !== 'new'
  const isReview = phase === 'review'
  const dueAt = NOON + dueInMinutes * MINUTE
  return {
    userId,
    questionId: questions[drawn.place % questions.length],
    phase,
    stability: seen ? stability : null,
    difficulty: seen ? difficulty : null,
    reps: seen ? 3 : 0,
    lapses: seen ? daysAgo % 9 : 0,
    step: seen && !isReview ? 0 : null,
    intervalDays: isReview ? interval : null,
    lastReviewAt: seen ? at(NOON - daysAgo * DAY) : null,
    lastReviewDay: seen ? TODAY - daysAgo : null,
    dueAt: seen && !isReview ? at(dueAt) : null,
    dueDay: isReview ? TODAY - daysAgo + interval : seen ? studyDayOf(dueAt, CLOCK) : null,
    suspended,
    buriedUntil: drawn.buriedFor === null ? null : TODAY + drawn.buriedFor,
    tested: 0,
    passed: 0,
    predictedSum: 0,
    varianceSum: 0,
    lastEventAt: at(NOON - daysAgo * DAY),
    version: 1,
  }
}

const byKey = <Row>(rows: readonly Row[], key: (row: Row) => unknown) => [
  ...new Map(rows.map((row) => [key(row), row])).values(),
]

const OWN = 'a-model-of-their-own'

/** Writes decks as rows, each of somebody new. */
async function written(decks: readonly Deck[]): Promise<UserId[]> {
  const people = decks.map((each) => ({ ...each, id: uuidv7() }))
  const insert = (table: string, rows: readonly object[]) =>
    databasePool().query(
      `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(null::"${table}", $1)`,
      [JSON.stringify(rows)],
    )
  await database().user.createMany({
    data: people.map(({ id, newPerDay, reviewsPerDay, catchUp, levelLoad, ownModel }) => ({
      id,
      email: `${id}@example.org`,
      name: 'Somebody',
      role: 'learner',
      ...CLOCK,
      newPerDay,
      reviewsPerDay,
      levelLoad,
      catchUpFrom: catchUp && TODAY - catchUp.ago,
      catchUpDays: catchUp?.days ?? null,
      modelVersion: ownModel ? OWN : null,
      createdAt: new Date(NOON),
    })),
  })
  const { leech: _, version: __, ...model } = DEFAULT_MODEL
  await insert(
    'MemoryModel',
    people.flatMap(({ id, ownModel }) =>
      ownModel
        ? [
            {
              ...model,
              userId: id,
              version: OWN,
              weights: model.weights.map((weight, i) => (i === 20 ? weight * 1.3 : weight)),
              leechLapses: 4,
              leechSuspends: true,
              createdAt: at(NOON),
            },
          ]
        : [],
    ),
  )
  await insert(
    'Card',
    people.flatMap(({ id, cards }) =>
      byKey(
        cards.map((card) => cardRow(id, card)),
        ({ questionId }) => questionId,
      ),
    ),
  )
  await insert(
    'LessonProgress',
    people.flatMap(({ id, lessons: drawn }) =>
      byKey(
        drawn.map(({ place, how }) => ({
          userId: id,
          lessonId: lessons[place % lessons.length],
          openedAt: at(NOON - DAY),
          completedAt: how === 'opened' ? null : at(NOON),
          skipped: how === 'skipped',
        })),
        ({ lessonId }) => lessonId,
      ),
    ),
  )
  await insert(
    'StudyDay',
    people.flatMap(({ id, done }) =>
      done === null
        ? []
        : [
            {
              userId: id,
              day: TODAY,
              reviews: done.introduced + done.retentionTotal,
              retentionPassed: 0,
              matureTotal: 0,
              maturePassed: 0,
              durationMs: 1000,
              ...done,
            },
          ],
    ),
  )
  return people.map(({ id }) => asUserId(id))
}

/** Everything that Prisma finds of these people, retired questions included, as it was read before. */
async function everything(ids: readonly UserId[]) {
  const where = { userId: { in: [...ids] } }
  const [course, users, cards, records, days, models] = await Promise.all([
    requireCourse(),
    database().user.findMany({ where: { id: { in: [...ids] } } }),
    database().card.findMany({ where }),
    database().lessonProgress.findMany({ where }),
    database().studyDay.findMany({ where: { ...where, day: TODAY } }),
    database().memoryModel.findMany({ where }),
  ])
  const own = <Row extends { userId: string }>(rows: readonly Row[], id: string) =>
    rows.filter(({ userId }) => userId === id)
  return users.map((row) => {
    const user = toUser(row)
    const [stored] = own(models, row.id)
    const state: StudyState = {
      now: NOON,
      today: TODAY,
      clock: user.clock,
      settings: user.settings,
      model: stored
        ? { ...stored, leech: { lapses: stored.leechLapses ?? 0, suspends: stored.leechSuspends } }
        : DEFAULT_MODEL,
      look: course.look,
      cards: new Map(
        own(cards, row.id).map((card) => [asQuestionId(card.questionId), toCard(card)]),
      ),
      lessons: new Map(
        own(records, row.id).map(({ lessonId, completedAt, skipped }) => [
          asLessonId(lessonId),
          { completedAt: completedAt?.getTime() ?? null, skipped },
        ]),
      ),
      assignments: [],
    }
    return { scope: learnerScope(user, course), state, done: own(days, row.id)[0] }
  })
}

test('law: the queue and Today are the same as when every card of the person is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deck, { minLength: 50, maxLength: 50 }), async (decks) => {
      const people = await everything(await written(decks))
      const compared = people.map(async ({ scope, state, done }) => {
        const { cards, counts } = dailyQueue(state, questionsIn(state, null), done)
        const [session, today] = await Promise.all([
          startReview(scope, { part: null, now: NOON }),
          loadToday(scope, { now: NOON }),
        ])
        const asked = cards.slice(0, 60)
        expect(session.cards.map(({ question }) => question.id)).toEqual(asked)
        expect(session.cards.map(({ card }) => card)).toEqual(
          asked.map((id) => state.cards.get(id) ?? UNSEEN_CARD),
        )
        expect(session.counts).toEqual(counts)
        expect(session.load).toEqual(comingLoad(state))
        const day = { counts, done, paceMs: null, assignments: [] }
        expect(today).toEqual({ ...todayView(state, day), offers: [] })
      })
      await Promise.all(compared)
    }),
    { numRuns: 20, endOnFailure: true },
  )
})
