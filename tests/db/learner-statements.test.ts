import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Catalogue } from '@/lib/course/types'
import { databasePool } from '@/lib/db/connection/client'
import { updateModelVersion } from '@/lib/db/people/users'
import { insertModel } from '@/lib/db/study/memory-models'
import type { QuestionId, SessionId, UserId } from '@/lib/kernel/ids'
import { studyDayOf } from '@/lib/kernel/study-day'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadCourse } from '@/lib/server/course/load-course'
import { loadLesson } from '@/lib/server/course/load-lesson'
import { requireCourse } from '@/lib/server/current-course'
import { loadOpenExams } from '@/lib/server/exam/load-open-exams'
import { checkSession, openSession } from '@/lib/server/people/sessions'
import { loadQuestion } from '@/lib/server/reference/load-question'
import { calendarFeed } from '@/lib/server/reminder/calendar-feed'
import { countUnread } from '@/lib/server/reminder/notifications'
import type { LearnerScope } from '@/lib/server/scope'
import { loadWorkload } from '@/lib/server/settings/load-workload'
import { makeCalendarLink } from '@/lib/server/settings/reminder-settings'
import { loadCram } from '@/lib/server/study/load-cram'
import { loadPlacement } from '@/lib/server/study/load-placement'
import { loadProgress } from '@/lib/server/study/load-progress'
import { loadSetAside } from '@/lib/server/study/load-set-aside'
import { loadToday } from '@/lib/server/study/load-today'
import { startCram } from '@/lib/server/study/start-cram'
import { startReview } from '@/lib/server/study/start-review'
import { as, DAY, instructing, NOON, openScene, somebody } from '../support/scene'

const OF_BEFORE = 3000
/** The course has ten questions. The columns of an account and the weights of a model are lists too. */
const MOST = 40
const TODAY = studyDayOf(NOON, { zone: 'Asia/Kathmandu', rolloverHour: 4 })

let scene: { close: () => Promise<void> }
let userId: UserId
let sessionId: SessionId
let course: Catalogue
let asked: readonly QuestionId[]
beforeAll(async () => {
  scene = await openScene()
  userId = await somebody()
  course = (await requireCourse()).catalogue
  asked = course.questions.map(({ id }) => id)
  await learnsLong()
  sessionId = await openSession({ userId, now: NOON })
  await pageOf((scope) => startReview(scope, { part: null, now: NOON })) // who was last seen when
})
afterAll(() => scene.close())

/** Somebody with a memory model of their own, in two cohorts, who knows more of earlier courses than of this one. */
async function learnsLong(): Promise<void> {
  const run = (sql: string, ...values: unknown[]) => databasePool().query(sql, values)
  await run(
    `INSERT INTO "Card" ("userId", "questionId", "phase", "stability", "difficulty", "reps", "lapses",
      "intervalDays", "lastReviewAt", "lastReviewDay", "dueDay", "lastEventAt", "version")
    SELECT $1::uuid, id, 'review', 10, 5, 3, 0, 10, $3, $4::int - 10, $4, $3, 3
    FROM unnest($2::text[] || ARRAY(SELECT 'of-before-' || i FROM generate_series(1, $5) i)) id`,
    userId,
    asked,
    new Date(NOON - 10 * DAY),
    TODAY,
    OF_BEFORE,
  )
  await run(
    `INSERT INTO "LessonProgress" ("userId", "lessonId", "openedAt")
    SELECT $1::uuid, 'of-before-' || i, now() FROM generate_series(1, $2) i`,
    userId,
    OF_BEFORE,
  )
  const instructor = await instructing(await somebody('instructor'))
  for (const name of ['Autumn', 'Spring']) {
    const cohortId = await createCohort(instructor, { name, now: NOON })
    await run(`INSERT INTO "Membership" VALUES ($1, $2, 'learner', now())`, userId, cohortId)
    await run(
      `INSERT INTO "Assignment" SELECT gen_random_uuid(), $1, 'module', $3, NULL, i, 0.9, now(), $2
      FROM generate_series(1, 3) i`,
      cohortId,
      userId,
      firstOf(course.course.modules),
    )
    await run(
      `INSERT INTO "Exam" ("id", "cohortId", "title", "blueprint", "minutes", "passMark", "createdAt", "createdById")
      VALUES ($1, $2, 'Sign-off', '[]', 30, 0.8, now(), $3)`,
      uuidv7(),
      cohortId,
      userId,
    )
  }
  await insertModel(userId, { ...DEFAULT_MODEL, version: 'own', desiredRetention: 0.85 }, NOON)
  await updateModelVersion(userId, 'own')
}

/** What a request does: its session first, and then its page. */
async function pageOf<T>(load: (scope: LearnerScope) => Promise<T>): Promise<T> {
  const scope = await checkSession({ sessionId, now: NOON })
  return load(scope ?? expect.unreachable())
}

const firstOf = <Id>([first]: readonly { readonly id: Id }[]): Id =>
  (first ?? expect.unreachable()).id

/** How many statements were sent meanwhile, and the longest list that came back, rows or JSON. */
async function counted(work: () => Promise<unknown>) {
  const query = vi.spyOn(databasePool(), 'query')
  await work()
  const answers = await Promise.all(query.mock.results.map(({ value }) => value))
  query.mockRestore()
  return {
    statements: answers.length,
    longest: Math.max(...answers.map(({ rows }) => longest(rows))),
  }
}

function longest(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Date) return 0
  const own = Array.isArray(value) ? value.length : 0
  return Math.max(own, ...Object.values(value).map(longest))
}

const now = NOON
/** The header shows how much is unread on every page but the review; the session has counted it. */
const withHeader =
  (load: (scope: LearnerScope) => Promise<unknown>) =>
  async (scope: LearnerScope): Promise<unknown> =>
    Promise.all([countUnread(scope), load(scope)])

describe('a page sends few statements, and none brings what was learned for earlier courses', () => {
  test.each<[string, number, (scope: LearnerScope) => Promise<unknown>]>([
    ['the session', 2, (scope) => startReview(scope, { part: null, now })],
    [
      'the session, asked what changed',
      2,
      (scope) => startReview(scope, { part: null, since: NOON, now }),
    ],
    ['a cram', 2, (scope) => startCram(scope, { parts: [], take: 50, now })],
    [
      'Today',
      3,
      withHeader((scope) =>
        Promise.all([loadToday(scope, { now }), loadOpenExams(scope, { now })]),
      ),
    ],
    ['progress', 2, withHeader((scope) => loadProgress(scope, { now }))],
    ['the course', 2, withHeader((scope) => loadCourse(scope, { now }))],
    [
      'a lesson',
      2,
      withHeader((scope) => loadLesson(scope, { lessonId: firstOf(course.lessons), now })),
    ],
    ['what is set aside', 2, withHeader((scope) => loadSetAside(scope, { now }))],
    ['what can be crammed', 2, withHeader((scope) => loadCram(scope, { now }))],
    ['the placement', 2, withHeader((scope) => loadPlacement(scope, { now }))],
    [
      'a question',
      2,
      withHeader((scope) => loadQuestion(scope, { questionId: firstOf(course.questions), now })),
    ],
    ['the workload', 2, withHeader((scope) => loadWorkload(scope, { now }))],
  ])('%s: %d', async (_, statements, load) => {
    const { statements: sent, longest: brought } = await counted(() => pageOf(load))
    expect(sent).toBe(statements)
    expect(brought).toBeLessThan(MOST)
  })

  test('the calendar: whose it is, the course, and what falls due', async () => {
    const secret = await makeCalendarLink(await as(userId), NOON)
    const { statements, longest: brought } = await counted(() => calendarFeed({ secret, now }))
    expect(statements).toBe(3)
    expect(brought).toBeLessThan(MOST)
  })
})
