import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { signIn } from '../../support/http-client'
import type { Visitor } from '../load/job'
import { dealDecks } from './deck'

export const PASSWORD = 'steppe-demo-2026'
/** Somebody of the demo, whose password the seeded people get too. */
const MODEL = 'dov.marek@demo.example'

export type Learner = { readonly id: string; readonly email: string }

const PEOPLE = `
  INSERT INTO "User" (id, email, name, "passwordHash", role, zone, "rolloverHour", "createdAt")
  SELECT p.id, p.email, p.name, m."passwordHash", 'learner', 'UTC', 0, now() - interval '2 years'
  FROM "User" m, unnest($1::uuid[], $2::text[], $3::text[]) AS p(id, email, name)
  WHERE m.email = $4`

/** Half of the lessons, so that Today still offers one. */
const LESSONS = `
  INSERT INTO "LessonProgress" ("userId", "lessonId", "openedAt", "completedAt")
  SELECT u, l, now() - interval '90 days', now() - interval '90 days'
  FROM unnest($1::uuid[]) u, unnest($2::text[]) l`

export type Course = { readonly questions: readonly string[]; readonly lessons: readonly string[] }

/** The ids of the course that the installation serves. */
export async function courseOf(db: Client): Promise<Course> {
  const { rows } = await db.query<{ questions: string[]; lessons: string[] }>(
    `SELECT ARRAY(SELECT q->>'id' FROM jsonb_array_elements(catalogue->'questions') q) AS questions,
       ARRAY(SELECT l->>'id' FROM jsonb_array_elements(catalogue->'lessons') l) AS lessons
     FROM "PublishedCourse" ORDER BY version DESC LIMIT 1`,
  )
  const [course] = rows
  if (!course) throw new Error('No course is published.')
  return course
}

/** New people with a full queue: all questions of the course are due, and none was answered today. */
export async function makeLearners(
  db: Client,
  { questions, lessons }: Course,
  count: number,
  cards = questions.length,
): Promise<readonly Learner[]> {
  const people = Array.from({ length: count }, () => {
    const id = randomUUID()
    return { id, email: `${id}@bench.example` }
  })
  const ids = people.map(({ id }) => id)
  const names = people.map((_, index) => `Analyst ${index + 1}`)
  await db.query(PEOPLE, [ids, people.map(({ email }) => email), names, MODEL])
  await db.query(LESSONS, [ids, lessons.slice(0, Math.ceil(lessons.length / 2))])
  await dealDecks(db, ids, { questions, cards, events: 3 })
  return people
}

/** The cookies of somebody who signed in as anybody does. */
export async function visitorOf(url: string, email: string): Promise<Visitor> {
  const client = await signIn(url, email, PASSWORD)
  return { url, cookie: client.cookie() }
}
