import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contentFolder } from '@/lib/cli/folders'
import { database } from '@/lib/db/connection/client'
import { findUser } from '@/lib/db/people/users'
import { cardsOf } from '@/lib/db/study/cards'
import { logOf } from '@/lib/db/study/review-log'
import {
  asCohortId,
  asEventId,
  asQuestionId,
  asUserId,
  type CohortId,
  type UserId,
} from '@/lib/kernel/ids'
import { studyDayOf } from '@/lib/kernel/study-day'
import type { Rating } from '@/lib/memory/card/state'
import type { CardEvent } from '@/lib/memory/log/card-event'
import { fold } from '@/lib/memory/log/fold'
import { historiesOf } from '@/lib/memory/log/training-histories'
import { DEFAULT_MODEL, shippedModel } from '@/lib/memory/model/shipped-models'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { runDemo } from '@/lib/server/demo/run-demo'
import {
  exportOwnRevlog,
  exportRevlog,
  exportTable,
  exportXapi,
} from '@/lib/server/export/export-cohort'
import {
  everyRevlog,
  everyTable,
  everyXapi,
  revlogOfPerson,
} from '@/lib/server/export/export-everything'
import { isTableName, TABLES, type TableName } from '@/lib/server/export/tables/all'
import { wholeScope } from '@/lib/server/whole-scope'
import { steppe } from '../support/command-line'
import { as, instructing, NOON, openScene, running, somebody } from '../support/scene'
import { statementShape } from '../support/xapi-shape'

// Long enough that a log is longer than a page of it.
const PLAN = { learners: 4, days: 70, seed: 5, now: NOON }
const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })

let scene: { close: () => Promise<void> }
let instructor: UserId
let cohortId: CohortId
let learners: UserId[]
beforeAll(async () => {
  scene = await openScene(contentFolder())
  await runDemo(wholeScope(), { ...PLAN, onLearner: () => {} })
  const [cohort] = await database().cohort.findMany({ include: { memberships: true } })
  if (!cohort) throw new Error('no cohort')
  cohortId = asCohortId(cohort.id)
  const idsOf = (role: string) =>
    cohort.memberships.filter((each) => each.role === role).map((each) => asUserId(each.userId))
  learners = idsOf('learner')
  const [first] = idsOf('instructor')
  if (!first) throw new Error('no instructor')
  instructor = first
}, 60_000)
afterAll(() => scene.close())

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const part of parts) text += part
  return text
}

type Line = Record<
  'card_id' | 'review_time' | 'review_rating' | 'review_state' | 'review_duration',
  string
>
const linesOf = (text: string): Line[] => parse(text, { columns: true })
const names = Object.keys(TABLES).filter(isTableName)
const asked = { now: NOON, on: null, of: null }
const whole = wholeScope()

/** With somebody or something of the cohort where the table is of one. */
function askedOf(table: TableName) {
  const { needs } = TABLES[table]
  const of = needs === 'analyst' ? (learners[0] ?? null) : needs === null ? null : QUESTION
  return { ...asked, table, of }
}
const QUESTION = 'mem-five-missing-state'

describe('a table', () => {
  test.each(names)('%s is what its page shows, as CSV with a head', async (table) => {
    const text = await exportTable(await running(instructor, cohortId), askedOf(table))
    const [head = [], ...rows]: string[][] = parse(text, { bom: true })
    expect(head.length).toBeGreaterThan(1)
    expect(new Set(head).size).toBe(head.length)
    for (const row of rows) expect(row).toHaveLength(head.length)
    if (table === 'people') expect(rows).toHaveLength(learners.length)
  })

  test('of one analyst is of nobody outside the cohort, and of one at a time', async () => {
    const outside = await somebody()
    const table = 'analyst-topics' as const
    const scope = await running(instructor, cohortId)
    await expect(exportTable(scope, { ...asked, table, of: outside })).rejects.toEqual(
      refusal('not_found'),
    )
    await expect(exportTable(scope, { ...asked, table })).rejects.toEqual(refusal('invalid_input'))
    const all = await TABLES[table].csv(scope, asked)
    const names = new Set(parse(all, { bom: true, from: 2 }).map(([name]: string[]) => name))
    expect(names.size).toBe(learners.length)
  })

  test('of the whole database names the cohort in its first column', async () => {
    const table = { table: 'people' as const, now: NOON }
    const rows = parse(await textOf(await everyTable(whole, { ...table, cohort: null })), {
      bom: true,
    })
    expect(rows[0]).toEqual(expect.arrayContaining(['Cohort', 'Analyst']))
    expect(rows.filter(([cohort]: string[]) => cohort === 'Autumn intake')).toHaveLength(4)
    await expect(everyTable(whole, { ...table, cohort: instructor })).rejects.toEqual(
      refusal('not_found'),
    )
  })

  test.each(names)(
    '%s of a cohort that nobody instructs is written by the command line',
    async (table) => {
      const id = asCohortId(uuidv7())
      await database().cohort.create({
        data: {
          id,
          name: `Left alone ${table}`,
          createdAt: new Date(NOON),
          createdById: instructor,
        },
      })
      const text = await textOf(await everyTable(whole, { table, cohort: id, now: NOON }))
      expect(parse(text, { bom: true })[0]?.[0]).toBe('Cohort')
    },
  )
})

describe('an export of a cohort', () => {
  test('is not found by another instructor, and not allowed to a learner', async () => {
    const stranger = await somebody('instructor')
    await createCohort(await instructing(stranger), { name: 'Elsewhere', now: NOON })
    await expect(running(stranger, cohortId)).rejects.toEqual(refusal('not_found'))
    const [learner = stranger] = learners
    await expect(running(learner, cohortId)).rejects.toEqual(refusal('not_allowed'))
  })
})

describe('the review log for FSRS', () => {
  test('folds to the same memory, and trains on the same histories', async () => {
    for (const userId of learners) {
      const user = await findUser(userId)
      if (!user) throw new Error('nobody')
      const lines = linesOf(await textOf(await exportOwnRevlog(await as(userId), { now: NOON })))
      const log: CardEvent[] = lines.map((line, i) => ({
        id: asEventId(String(i).padStart(8, '0')),
        questionId: asQuestionId(line.card_id),
        at: Number(line.review_time),
        day: studyDayOf(Number(line.review_time), user.clock),
        kind: 'grade',
        rating: Number(line.review_rating) as Rating,
        modelVersion: DEFAULT_MODEL.version,
      }))
      const own = await logOf(userId)
      const sorted = (histories: ReturnType<typeof historiesOf>) =>
        histories.map((history) => JSON.stringify(history)).sort()
      expect(sorted(historiesOf(log))).toEqual(sorted(historiesOf(own)))
      expect(log.length).toBeGreaterThan(100)
      for (const { questionId, card } of await cardsOf(userId)) {
        const folded = fold(
          log.filter((event) => event.questionId === questionId),
          shippedModel,
        ).card.state
        const { state } = card
        expect(folded.phase).toBe(state.phase)
        if (folded.phase === 'new' || state.phase === 'new') continue
        const memoryOf = ({
          stability,
          difficulty,
          reps,
          lapses,
          lastReviewAt,
        }: typeof folded) => ({
          stability,
          difficulty,
          reps,
          lapses,
          lastReviewAt,
        })
        expect(memoryOf(folded)).toEqual(memoryOf(state))
      }
    }
  })

  test('names the state before each review as the log kept it', async () => {
    const [userId] = learners
    if (!userId) throw new Error('nobody')
    const phases = ['new', 'learning', 'review', 'relearning']
    const resulting = z.object({ state: z.object({ phase: z.string() }) })
    const rows = await database().reviewEvent.findMany({ where: { userId, kind: 'grade' } })
    const told = new Map(
      rows.map((row) => [`${row.questionId} ${row.at.getTime()}`, resulting.parse(row.resulting)]),
    )
    const lines = linesOf(await textOf(await exportOwnRevlog(await as(userId), { now: NOON })))
    expect(lines.length).toBeGreaterThan(2000)
    const known = new Map<string, number>()
    for (const { card_id, review_time, review_state } of lines) {
      expect(Number(review_state)).toBe(known.get(card_id) ?? 0)
      const after = told.get(`${card_id} ${review_time}`)
      known.set(card_id, phases.indexOf(after?.state.phase ?? ''))
    }
  })

  test('of a cohort keeps people apart by numbers and names nobody', async () => {
    const text = await textOf(
      await exportRevlog(await running(instructor, cohortId), { now: NOON }),
    )
    const people = new Set(linesOf(text).map(({ card_id }) => card_id.split('/')[0]))
    expect(people).toEqual(new Set(['1', '2', '3', '4']))
    for (const id of learners) expect(text).not.toContain(id)
    expect(await textOf(await everyRevlog(whole, { cohort: cohortId, now: NOON }))).toBe(text)
  })

  test('of one person is found by their address', async () => {
    const [userId] = learners
    const user = userId && (await findUser(userId))
    if (!user) throw new Error('nobody')
    const email = ` ${user.email.toUpperCase()}`
    expect(await textOf(await revlogOfPerson(whole, { email, now: NOON }))).toBe(
      await textOf(await exportOwnRevlog(await as(userId), { now: NOON })),
    )
    await expect(revlogOfPerson(whole, { email: 'no@example.org', now: NOON })).rejects.toEqual(
      refusal('not_found'),
    )
  })
})

test('the command writes a whole file or none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'steppe-export-'))
  try {
    const file = join(folder, 'out')
    expect(await steppe(folder, ['export', 'revlog', file, '--cohort', cohortId])).toContain(file)
    expect(readFileSync(file, 'utf8')).toBe(
      await textOf(await everyRevlog(whole, { cohort: cohortId, now: NOON })),
    )
    const other = join(folder, 'other')
    await expect(steppe(folder, ['export', 'csv', other, '--table', 'none'])).rejects.toThrow(
      /Choose one of these: people, /,
    )
    await expect(steppe(folder, ['export', 'xapi', other, '--cohort', 'x'])).rejects.toThrow(
      /There is no cohort x/,
    )
    expect(readdirSync(folder).filter((name) => name.startsWith('other'))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)

describe('xAPI statements', () => {
  const statements = z.array(statementShape)

  test('hold every answer that counts and every lesson read, each with an id of its own', async () => {
    const origin = 'https://steppe.example'
    const scope = await running(instructor, cohortId)
    const text = await textOf(await exportXapi(scope, { now: NOON, origin }))
    const all = statements.parse(JSON.parse(text))
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const verb = (name: string) => all.filter((each) => each.verb.id.endsWith(`/${name}`)).length
    const ofThem = { userId: { in: learners } }
    const undone = await database().reviewEvent.findMany({ where: { ...ofThem, kind: 'undo' } })
    const taken = new Set(undone.map(({ undoes }) => undoes))
    const grades = await database().reviewEvent.findMany({ where: { ...ofThem, kind: 'grade' } })
    expect(verb('answered')).toBe(grades.filter(({ id }) => !taken.has(id)).length)
    expect(taken.size).toBeGreaterThan(0)
    const read = { ...ofThem, skipped: false, completedAt: { not: null } }
    expect(verb('completed')).toBe(await database().lessonProgress.count({ where: read }))
    expect(await textOf(await exportXapi(scope, { now: NOON, origin }))).toBe(text)
  })

  test('of graded exams say passed and failed', async () => {
    const [userId] = learners
    if (!userId) throw new Error('nobody')
    const at = new Date(NOON)
    const examId = '01a20db4-f8b9-76cb-a3c1-e8df61f71d01'
    await database().exam.create({
      data: {
        id: examId,
        cohortId,
        title: 'Sign-off',
        blueprint: [],
        minutes: 30,
        passMark: 0.8,
        createdAt: at,
        createdById: instructor,
      },
    })
    for (const [number, score] of [0.5, 0.9].entries()) {
      await database().examAttempt.create({
        data: {
          userId,
          id: `01a20db4-f8b9-76cb-a3c1-e8df61f71d1${number}`,
          examId,
          number,
          startedAt: at,
          endsAt: at,
          submittedAt: at,
          questions: [],
          score,
          passed: score > 0.8,
        },
      })
    }
    const everything = statements.parse(
      JSON.parse(await textOf(await everyXapi(whole, { cohort: null, now: NOON }))),
    )
    const exams = everything.filter(({ object }) => object.id.endsWith(`/exams/${examId}`))
    expect(
      exams.map(({ verb, result }) => [verb.id.split('/').at(-1), result?.score?.scaled]),
    ).toEqual([
      ['failed', 0.5],
      ['passed', 0.9],
    ])
  })

  test('of nobody are an empty list', async () => {
    const other = await somebody('instructor')
    const origin = 'https://steppe.example'
    const empty = await createCohort(await instructing(other), { name: 'Empty', now: NOON })
    const scope = await running(other, empty)
    const text = await textOf(await exportXapi(scope, { now: NOON, origin }))
    expect(JSON.parse(text)).toEqual([])
  })
})
