import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { database } from '@/lib/db/connection/client'
import { rowsOf } from '@/lib/db/connection/rows-of'
import { findCatalogue, newestPublication } from '@/lib/db/course/published-course'
import { toDrawnQuestions, toExam } from '@/lib/db/exam/exam-row'
import { storedAnswer } from '@/lib/db/study/event-row'
import { openScene } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

test('a row with a column of another type is refused by the name of the column', async () => {
  const numbers = rowsOf(z.object({ n: z.number() }))
  expect(await numbers`SELECT 1 AS "n" UNION SELECT ${2}::int ORDER BY 1`).toEqual([
    { n: 1 },
    { n: 2 },
  ])
  await expect(numbers`SELECT 'one' AS "n"`).rejects.toThrow('"n"')
})

test('a course that was published before questions had a depth is read with what they counted as then', async () => {
  const { version } = (await newestPublication()) ?? expect.unreachable()
  const then = await findCatalogue(version)
  await database().$executeRaw`UPDATE "PublishedCourse" SET "catalogue" = jsonb_set("catalogue",
    '{questions}', (SELECT jsonb_agg(q - 'depth' - 'asks' - 'cites') FROM jsonb_array_elements("catalogue"->'questions') q))`
  const since = { depth: 'full', asks: 'fact', cites: [] }
  expect((await findCatalogue(version))?.questions).toEqual(
    then?.questions.map((question) => ({ ...question, ...since })),
  )
})

test('a published course whose text is damaged is not served', async () => {
  const { version, hash } = (await newestPublication()) ?? expect.unreachable()
  expect((await findCatalogue(version))?.questions.length).toBeGreaterThan(0)
  const put = (path: string[], value: string) =>
    database().$executeRaw`UPDATE "PublishedCourse"
      SET "catalogue" = jsonb_set("catalogue", ${path}::text[], ${value}::jsonb)`
  await put(['hash'], '"another"')
  await expect(findCatalogue(version)).rejects.toThrow('is damaged')
  await put(['hash'], JSON.stringify(hash))
  expect(await findCatalogue(version)).not.toBeNull()
  await put(['questions'], '{}')
  await expect(findCatalogue(version)).rejects.toThrow('is damaged')
})

test('an exam whose blueprint or drawn questions are damaged is not given', () => {
  const row = {
    id: 'e',
    cohortId: 'c',
    title: 'Sign-off',
    minutes: 30,
    passMark: 0.8,
    maxAttempts: 2,
    retakeAfterDays: 7,
    movesSchedule: false,
    opensAt: null,
    closesAt: null,
    createdAt: new Date(0),
    createdById: 'i',
  }
  const blueprint = [{ topicId: 'ships', questions: 5 }]
  expect(toExam({ ...row, blueprint }).blueprint).toEqual(blueprint)
  expect(() => toExam({ ...row, blueprint: [{ topicId: 'ships' }] })).toThrow('questions')
  expect(() => toDrawnQuestions([{ question: null, shown: null }])).toThrow('are damaged')
})

test('a question that was drawn before questions had a depth is read with what it counted as then', () => {
  const before = { id: 'q', kind: 'text', topic: 'ships', revision: 1 }
  const shown = { kind: 'text' }
  const since = { depth: 'full', asks: 'fact', cites: [] }
  expect(toDrawnQuestions([{ question: before, shown }])).toEqual([
    { question: { ...before, ...since }, shown },
  ])
  const now = { ...before, depth: 'core', asks: 'case', cites: [{ source: 'a', paragraph: 1 }] }
  expect(toDrawnQuestions([{ question: now, shown }])).toEqual([{ question: now, shown }])
})

test('an answer is read as it was written down, and as none when no question kind can read it', () => {
  const answer = { kind: 'match', pairs: [{ left: 'a', right: 'b' }] }
  expect(storedAnswer(answer)).toEqual(answer)
  expect(storedAnswer(null)).toBeNull()
  expect(storedAnswer({ kind: 'match' })).toBeNull()
  expect(storedAnswer({ kind: 'mime', text: 'a' })).toBeNull()
})
