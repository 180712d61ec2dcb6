import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import { closeDatabase } from '@/lib/db/connection/client'
import { insertUser, updateStudySettings } from '@/lib/db/people/users'
import { DAY_MS, MINUTE_MS } from '@/lib/kernel/duration'
import {
  asQuestionId,
  asUserId,
  type CohortId,
  type QuestionId,
  type UserId,
} from '@/lib/kernel/ids'
import type { Role } from '@/lib/kernel/role'
import type { Rating } from '@/lib/memory/card/state'
import { publishCourse } from '@/lib/server/course/publish-course'
import {
  cohortScope,
  type InstructedCohortScope,
  type InstructorScope,
  instructorScope,
  learnerScopeOf,
  type OpenCohortScope,
  openCohortScope,
} from '@/lib/server/scope'
import { recordReviews } from '@/lib/server/study/record-reviews'
import { wholeScope } from '@/lib/server/whole-scope'
import { testDatabase } from './database'

export const FIXTURE_COURSE = fileURLToPath(new URL('../fixtures/course', import.meta.url))

/** Noon of a Wednesday, far from any rollover in Kathmandu. */
export const NOON = Date.UTC(2026, 5, 3, 6, 15)
export const MINUTE = MINUTE_MS
export const DAY = DAY_MS

/** A database of one's own with a course published, the small one unless said. Call in `beforeAll`, `close` in `afterAll`. */
export async function openScene(folder = FIXTURE_COURSE): Promise<{ close: () => Promise<void> }> {
  const database = await testDatabase()
  process.env.DATABASE_URL = database.url
  await publishCourse(wholeScope(), { folder, compiled: null, now: NOON - 100 * DAY })
  return {
    close: async () => {
      await closeDatabase()
      globalThis.steppeCourse = undefined
      delete process.env.DATABASE_URL
      await database.drop()
    },
  }
}

let people = 0

/** Somebody new, in Kathmandu, whose account is 90 days old. */
export async function somebody(role: Role = 'learner'): Promise<UserId> {
  people += 1
  const id = asUserId(uuidv7())
  const email = `person-${people}@example.org`
  const zone = 'Asia/Kathmandu'
  const createdAt = NOON - 90 * DAY
  await insertUser({
    id,
    email,
    name: `Person ${people}`,
    role,
    passwordHash: null,
    zone,
    createdAt,
  })
  // A course of ten questions has a core of five: what is not about depth is tested on everything.
  await updateStudySettings(id, { reach: 'all' })
  return id
}

/** What somebody does in their own name, as a request of theirs would. */
export const as = learnerScopeOf

/** The same of an instructor. */
export const instructing = async (id: UserId): Promise<InstructorScope> =>
  instructorScope(await as(id))

/** A cohort as a page of it is opened by an instructor or an administrator. */
export const running = async (id: UserId, cohortId: CohortId): Promise<InstructedCohortScope> =>
  cohortScope(await instructing(id), cohortId)

/** The same for a change. */
export const changing = async (id: UserId, cohortId: CohortId): Promise<OpenCohortScope> =>
  openCohortScope(await instructing(id), cohortId)

export const QUESTION: QuestionId = asQuestionId('founding-motive')

/** A grade as a browser would send it. */
export const grade = (rating: Rating, at: number, over: Record<string, unknown> = {}) => ({
  id: uuidv7(),
  questionId: QUESTION,
  kind: 'grade',
  at: new Date(at).toISOString(),
  rating,
  answer: null,
  durationMs: 5000,
  context: 'review',
  ...over,
})

export const undo = (undoes: string, at: number, over: Record<string, unknown> = {}) => ({
  id: uuidv7(),
  questionId: QUESTION,
  kind: 'undo',
  at: new Date(at).toISOString(),
  undoes,
  ...over,
})

/** Records events at `now` and gives back what became of them. */
export const send = async (userId: UserId, now: number, ...events: readonly unknown[]) =>
  recordReviews(await as(userId), { events, now })

/** Somebody who answered the first revision of a question well twice, at `at` and after, so that it is due in days. */
export async function somebodyWhoKnows(questionId: string, at: number): Promise<UserId> {
  const user = await somebody()
  const later = at + 10 * MINUTE
  const asked = { questionId, revision: 1 }
  await send(user, later, grade(3, at, asked), grade(3, later, asked))
  return user
}
