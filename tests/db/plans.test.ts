import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { asUserId, type CohortId, type SessionId, type UserId } from '@/lib/kernel/ids'
import { studyDayOf } from '@/lib/kernel/study-day'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadAssignments } from '@/lib/server/cohort/load-assignments'
import { loadCohort } from '@/lib/server/cohort/load-cohort'
import { loadCohorts } from '@/lib/server/cohort/load-cohorts'
import { loadForecasts } from '@/lib/server/cohort/load-forecasts'
import { loadInbox } from '@/lib/server/cohort/load-inbox'
import { loadItem } from '@/lib/server/cohort/load-item'
import { loadItemAnalysis } from '@/lib/server/cohort/load-item-analysis'
import { loadLearner } from '@/lib/server/cohort/load-learner'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { requireCourse } from '@/lib/server/current-course'
import { checkSession, openSession } from '@/lib/server/people/sessions'
import { loadCardHistory } from '@/lib/server/study/load-card-history'
import { loadProgress } from '@/lib/server/study/load-progress'
import { loadToday } from '@/lib/server/study/load-today'
import { startReview } from '@/lib/server/study/start-review'
import { faultsOf, statementsOf } from '../support/query-plans'
import {
  as,
  DAY,
  grade,
  instructing,
  NOON,
  openScene,
  QUESTION,
  running,
  send,
  somebody,
  undo,
} from '../support/scene'

const now = NOON
const RESULTING = {
  state: {
    phase: 'review',
    reps: 2,
    lapses: 0,
    stability: 10,
    difficulty: 5,
    intervalDays: 12,
    dueDay: 20600,
    lastReviewAt: NOON - 9 * DAY,
    lastReviewDay: 20588,
  },
  suspended: false,
  buriedUntil: null,
}
const TODAY = studyDayOf(now, { zone: 'Asia/Kathmandu', rolloverHour: 4 })

let scene: { close: () => Promise<void> }
let analyst: UserId
let instructor: UserId
let cohortId: CohortId
let sessionId: SessionId

beforeAll(async () => {
  scene = await openScene()
  const { catalogue } = await requireCourse()
  await seed(catalogue.questions.map(({ id }) => id))
  instructor = await somebody('instructor')
  cohortId = await createCohort(await instructing(instructor), {
    name: 'Own',
    now: NOON - 40 * DAY,
  })
  const [first, ...others] = await database().user.findMany({
    where: { email: { startsWith: 'many-' } },
    orderBy: { email: 'asc' },
    take: 20,
  })
  if (!first) return expect.unreachable()
  analyst = asUserId(first.id)
  const joinedAt = new Date(NOON - 30 * DAY)
  await database().membership.createMany({
    data: [first, ...others].map(({ id }) => ({
      userId: id,
      cohortId,
      role: 'learner' as const,
      joinedAt,
    })),
  })
  sessionId = await openSession({ userId: analyst, now })
  await database().$executeRawUnsafe('ANALYZE')
})
afterAll(() => scene.close())

/** What one person's own requests do. */
const OWN: Readonly<Record<string, () => Promise<unknown>>> = {
  'the sign-in session of a request': () => checkSession({ sessionId, now }),
  'one grade': () => send(analyst, now, grade(3, now)),
  'a batch, a late answer and an undo among them': async () => {
    const { catalogue } = await requireCourse()
    const grades = catalogue.questions.map(({ id }) => grade(3, now, { questionId: id }))
    await send(analyst, now, ...grades, undo(grades[0]?.id ?? '', now), grade(1, now - DAY))
  },
  'the review session': async () =>
    startReview(await as(analyst), { part: null, since: now - DAY, now }),
  Today: async () => loadToday(await as(analyst), { now }),
  progress: async () => loadProgress(await as(analyst), { now }),
  'the history of a card': async () =>
    loadCardHistory(await as(analyst), { questionId: QUESTION, until: TODAY }),
}

const seen = () => running(instructor, cohortId)

/** What an instructor's page asks about twenty people of two thousand. */
const COHORT: Readonly<Record<string, () => Promise<unknown>>> = {
  'the list of cohorts': async () => loadCohorts(await instructing(instructor), { now }),
  'the page of a cohort': async () => loadCohort(await seen(), { now, page: 1 }),
  readiness: async () =>
    loadReadiness(await seen(), { now, page: 1, on: null, reach: 'all', sort: 'name' }),
  'the analysis of questions': async () =>
    loadItemAnalysis(await seen(), { now, page: 1, module: null, sort: 'suspect' }),
  'one question': async () => loadItem(await seen(), { questionId: QUESTION, now }),
  forecasts: async () => loadForecasts(await seen(), { now }),
  'one analyst': async () =>
    loadLearner(await seen(), { userId: analyst, daysAhead: 0, topic: null, reach: 'all', now }),
  assignments: async () => loadAssignments(await seen(), { now }),
  'the inbox': async () => loadInbox(await seen(), { show: 'open' }),
}

describe('reads one partition and only rows that it needs:', () => {
  test.each(Object.entries(OWN))('%s', async (_, work) => {
    expect(await faultsIn(work, 'one')).toEqual([])
  })
})

describe('reads only the rows of the people that it is about:', () => {
  test.each(Object.entries(COHORT))('%s', async (_, work) => {
    expect(await faultsIn(work, 'many')).toEqual([])
  })
})

async function faultsIn(work: () => Promise<unknown>, people: 'one' | 'many') {
  const statements = await statementsOf(work)
  expect(statements).not.toEqual([])
  const faults = []
  for (const statement of statements) {
    const found = await faultsOf(statement, people)
    if (found.length > 0) faults.push({ text: statement.text, found })
  }
  return faults
}

/** Two thousand people with a past, some of it about questions of this course. */
async function seed(questions: readonly string[]): Promise<void> {
  const today = new Date(now)
  const run = (sql: string, ...values: unknown[]) => database().$executeRawUnsafe(sql, ...values)
  await run(
    `INSERT INTO "User" ("id", "email", "name", "role", "zone", "createdAt")
     SELECT md5('many ' || i)::uuid, 'many-' || lpad(i::text, 4, '0') || '@example.org', 'Person ' || i,
       'learner', 'Asia/Kathmandu', $1::timestamptz - interval '90 days'
     FROM generate_series(1, 2000) i`,
    today,
  )
  const people = `(SELECT "id", right(split_part("email", '@', 1), 4)::int AS i FROM "User" WHERE "email" LIKE 'many-%') p`
  await run(`INSERT INTO "CardsVersion" SELECT p."id", 80 FROM ${people}`)
  await run(
    `INSERT INTO "Session" SELECT md5('session ' || i)::uuid, p."id", $1, $1::timestamptz + interval '9 days' FROM ${people}`,
    today,
  )
  await run(
    `INSERT INTO "Card" ("userId", "questionId", "phase", "stability", "difficulty", "reps", "lapses",
       "intervalDays", "lastReviewAt", "lastReviewDay", "dueDay", "lastEventAt", "version")
     SELECT p."id", q.id, 'review', 10, 5, 2, 0, 12, $2::timestamptz - interval '9 days', $3::int - 9,
       $3::int - 20 + (p.i + q.n)::int % 60, $2::timestamptz - interval '9 days', 2
     FROM unnest($1::text[]) WITH ORDINALITY q(id, n), ${people}`,
    [...questions, ...Array.from({ length: 30 }, (_, i) => `other-${i}`)],
    today,
    TODAY,
  )
  await run(
    `INSERT INTO "ReviewEvent" ("userId", "id", "questionId", "kind", "at", "day", "receivedAt", "rating",
       "durationMs", "context", "resulting", "modelVersion", "predictedRecall", "confidence", "revision")
     SELECT p."id", md5(i || ' ' || e || q.id)::uuid, q.id, 'grade', $2::timestamptz - e * interval '1 day' - q.n * interval '1 minute',
       $3::int - e, $2, 3, 5000, 'review', $4::jsonb, 'fsrs6-r90-2',
       CASE e WHEN 1 THEN 0.9 END, CASE e WHEN 1 THEN 80 END, 1
     FROM generate_series(1, 2) e, unnest($1::text[]) WITH ORDINALITY q(id, n), ${people}`,
    [...questions, ...Array.from({ length: 30 }, (_, i) => `other-${i}`)],
    today,
    TODAY,
    JSON.stringify(RESULTING),
  )
  await run(
    `INSERT INTO "ReviewEvent" ("userId", "id", "questionId", "kind", "at", "day", "receivedAt", "undoes", "resulting")
     SELECT p."id", md5('undo ' || i || ' ' || u)::uuid, 'other-' || u, 'undo', $1, $2::int, $1,
       md5('undone ' || i || ' ' || u)::uuid, $3::jsonb FROM generate_series(1, 3) u, ${people}`,
    today,
    TODAY,
    JSON.stringify(RESULTING),
  )
  await run(
    `INSERT INTO "StudyDay" ("userId", "day", "reviews") SELECT p."id", $1::int - d, 40 FROM generate_series(0, 39) d, ${people}`,
    TODAY,
  )
  await run(
    `INSERT INTO "LessonProgress" ("userId", "lessonId", "openedAt", "completedAt")
     SELECT p."id", 'lesson-' || l, $1, $1 FROM generate_series(1, 10) l, ${people}`,
    today,
  )
  await run(
    `INSERT INTO "MemoryModel" ("userId", "version", "weights", "desiredRetention", "learningStepsMin",
       "relearningStepsMin", "maximumIntervalDays", "fuzz", "leechSuspends", "createdAt")
     SELECT p."id", 'own', array_fill(0.5, ARRAY[21]), 0.9, '{}', '{}', 36500, true, true, $1 FROM ${people}`,
    today,
  )
  await run(
    `UPDATE "User" u SET "modelVersion" = 'own' FROM ${people} WHERE p."id" = u."id" AND p.i % 2 = 0`,
  )
  await run(
    `INSERT INTO "Flag" ("userId", "id", "questionId", "revision", "comment", "raisedAt")
     SELECT p."id", md5('flag ' || i || ' ' || f)::uuid, 'other-' || f, 1, 'It is unclear.', $1 FROM generate_series(1, 3) f, ${people}`,
    today,
  )
}
