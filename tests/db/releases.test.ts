import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/lib/db/connection/client'
import { migrate } from '@/lib/db/connection/migrate'
import { EventKind } from '@/lib/db/generated/client'
import { listUsers, type User } from '@/lib/db/people/users'
import { cardsOf } from '@/lib/db/study/cards'
import { answeredLogOfCard } from '@/lib/db/study/review-log'
import { asQuestionId, type QuestionId, type UserId } from '@/lib/kernel/ids'
import { studyDayOf } from '@/lib/kernel/study-day'
import { grade } from '@/lib/kinds/grade'
import type { ReviewEvent } from '@/lib/review/event'
import { loadLesson } from '@/lib/server/course/load-lesson'
import { publishCourse } from '@/lib/server/course/publish-course'
import { requireCourse } from '@/lib/server/current-course'
import { bringProjectionUp } from '@/lib/server/operate/bring-projection-up'
import { checkLog } from '@/lib/server/operate/check-log'
import { loadCardHistory } from '@/lib/server/study/load-card-history'
import { loadProgress } from '@/lib/server/study/load-progress'
import { recordReviews } from '@/lib/server/study/record-reviews'
import { startReview } from '@/lib/server/study/start-review'
import { wholeScope } from '@/lib/server/whole-scope'
import { blankDatabase, type TestDatabase, testDatabase } from '../support/database'
import { frozenReleases, readRows } from '../support/frozen-releases'
import { dumpRows, type FrozenRow, insertRows } from '../support/frozen-rows'
import { courseFolder } from '../support/real-course'
import { fillAsReleased, MIGRATIONS } from '../support/release-database'
import { makePast } from '../support/release-past'
import { rightAnswer } from '../support/right-answer'
import { as, DAY, NOON, openScene } from '../support/scene'
import { withClient } from '../support/with-client'

/** What the log says and what is folded from it. */
const LOG_AND_PROJECTION = ['ReviewEvent', 'Card', 'StudyDay', 'MemoryModel', 'LessonProgress']

describe.each(frozenReleases())('the data of release $name', (release) => {
  const rows = readRows(release)
  const events = rows.filter(({ table }) => table === 'ReviewEvent').map(({ row }) => asNow(row))
  const now = Date.parse(release.takenAt) + DAY

  let database: TestDatabase
  let learners: readonly User[]
  beforeAll(async () => {
    database = await blankDatabase()
    await fillAsReleased(database.url, release, rows)
    process.env.DATABASE_URL = database.url
    await migrate({ url: database.url, directory: MIGRATIONS, now: new Date(now) })
    await bringProjectionUp(wholeScope(), now)
    learners = (await listUsers()).filter(({ role }) => role === 'learner')
  })
  afterAll(async () => {
    await closeDatabase()
    globalThis.steppeCourse = undefined
    delete process.env.DATABASE_URL
    await database.drop()
  })

  test('keeps its log and every card and study day as learners saw them', async () => {
    const present = await withClient(database.url, dumpRows)
    for (const table of LOG_AND_PROJECTION) {
      const before = rows.filter((one) => one.table === table)
      const columns = Object.keys(before[0]?.row ?? {})
      const after = present.filter((one) => one.table === table)
      expect(textsOf(after, columns), table).toEqual(textsOf(before, columns))
    }
  })

  test('folds to what is stored', async () => {
    const report = await checkLog(wholeScope(), { repair: false })
    expect(report).toMatchObject({ events: events.length, differences: [] })
  })

  test('has every event read as it was written', async () => {
    const read: ReviewEvent[] = []
    for (const { id } of learners) {
      for (const { questionId } of await cardsOf(id)) {
        read.push(...(await answeredLogOfCard(id, questionId)))
      }
    }
    const written = new Map(events.map((row) => [row.id, row]))
    expect(read).toHaveLength(events.length)
    for (const event of read) expect(written.get(event.id)).toMatchObject(columnsOf(event))
  })

  test('has its course read: every lesson opens, and every question takes its right answer', async () => {
    const [learner] = learners
    if (!learner) return expect.unreachable()
    const { catalogue, look } = await requireCourse()
    for (const { id, recalls } of catalogue.lessons) {
      const view = await loadLesson(await as(learner.id), { lessonId: id, now })
      expect(Object.keys(view.recalls)).toHaveLength(recalls.length)
    }
    for (const question of catalogue.questions) {
      expect(look.citationsOf(question).length).toBeGreaterThan(0)
      if (question.kind === 'flash') continue
      expect(grade(question, rightAnswer(question)).outcome, question.id).toBe('right')
    }
  })

  test('has its learners go on: queue, answer, progress and histories', async () => {
    for (const { id: userId, clock } of learners) {
      const scope = await as(userId)
      const session = await startReview(scope, { part: null, now })
      const due = session.cards.find(({ card }) => card.state.phase === 'review')
      if (!due) return expect.unreachable('nothing of the past is due')
      const event = {
        id: uuidv7(),
        questionId: due.question.id,
        kind: 'grade',
        at: new Date(now).toISOString(),
        rating: 3,
        answer: null,
        durationMs: 5000,
        context: 'review',
      }
      const [outcome] = await recordReviews(scope, { events: [event], now })
      expect(outcome).toMatchObject({ status: 'accepted' })

      const progress = await loadProgress(scope, { now })
      expect(progress.days.at(-1)).toMatchObject({ reviews: 1, retentionTotal: 1 })
      const until = studyDayOf(now, clock)
      for (const questionId of unusual(events, userId)) {
        const { entries } = await loadCardHistory(scope, { questionId, until })
        expect(entries.length, questionId).toBeGreaterThan(0)
      }
    }
    expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  })

  test('takes the course of today', async () => {
    const published = await publishCourse(wholeScope(), {
      folder: courseFolder,
      compiled: null,
      now,
    })
    expect(published).toMatchObject({ outcome: expect.stringMatching(/^(published|unchanged)$/) })
    for (const { id: userId } of learners) {
      expect((await startReview(await as(userId), { part: null, now })).cards).not.toEqual([])
    }
  })
})

describe('a release that is frozen now', () => {
  let scene: { close: () => Promise<void> }
  beforeAll(async () => {
    scene = await openScene(courseFolder)
  })
  afterAll(() => scene.close())

  test('holds everything that the log can say, and comes back as it was', async () => {
    await makePast({ days: 16, seed: 1, now: NOON })
    expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
    const rows = await withClient(`${process.env.DATABASE_URL}`, dumpRows)
    const events = rows.filter(({ table }) => table === 'ReviewEvent').map(({ row }) => row)
    const kinds = events.map(({ kind }) => kind)
    expect([...new Set(kinds)].sort()).toEqual(Object.values(EventKind).sort())
    expect(new Set(events.map(({ context }) => context))).toEqual(
      new Set([null, 'review', 'lesson', 'placement', 'exam']),
    )
    expect(rows.filter(({ table }) => table === 'MemoryModel').length).toBeGreaterThan(1)

    const other = await testDatabase()
    try {
      await withClient(other.url, (client) => insertRows(client, rows))
      expect(await withClient(other.url, dumpRows)).toEqual(rows)
    } finally {
      await other.drop()
    }
  })
})

/** Rows as text, less the columns that were added since. */
const textsOf = (rows: readonly FrozenRow[], columns: readonly string[]): readonly string[] =>
  rows.map(({ row }) => JSON.stringify(columns.map((column) => row[column]))).sort()

/** An event's row of any release with the columns of today; instants as JavaScript writes them. */
const asNow = (row: FrozenRow['row']): FrozenRow['row'] => ({
  confidence: null,
  chosenDays: null,
  ...row,
  at: new Date(`${row.at}`).toISOString(),
})

/** What the columns of an event's row should say, as far as a reader of the log is told. */
const columnsOf = (event: ReviewEvent) => ({
  id: event.id,
  questionId: event.questionId,
  kind: event.kind,
  day: event.day,
  at: new Date(event.at).toISOString(),
  rating: event.kind === 'grade' ? event.rating : null,
  undoes: event.kind === 'undo' ? event.undoes : null,
  modelVersion: event.kind === 'grade' ? event.modelVersion : null,
  answer: event.graded?.answer ?? null,
  correct: event.graded?.correct ?? null,
  durationMs: event.graded?.durationMs ?? null,
  revision: event.graded?.revision ?? null,
  context: event.graded?.context ?? null,
  confidence: event.graded?.confidence ?? null,
  chosenDays: event.kind === 'grade' ? (event.chosenDays ?? null) : null,
})

/** Questions about which somebody did more than answer, each once. */
const unusual = (events: readonly FrozenRow['row'][], userId: UserId): ReadonlySet<QuestionId> =>
  new Set(
    events
      .filter((row) => row.userId === userId && row.kind !== 'grade')
      .map((row) => asQuestionId(`${row.questionId}`)),
  )
