import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { database, databasePool } from '@/lib/db/connection/client'

import { cardsOf } from '@/lib/db/study/cards'
import { logOf } from '@/lib/db/study/review-log'
import type { UserId } from '@/lib/kernel/ids'
import { publishCourse } from '@/lib/server/course/publish-course'
import { askToRelearn } from '@/lib/server/operate/ask-to-relearn'
import { checkLog } from '@/lib/server/operate/check-log'
import { startReview } from '@/lib/server/study/start-review'
import { wholeScope } from '@/lib/server/whole-scope'
import {
  as,
  DAY,
  FIXTURE_COURSE,
  grade,
  MINUTE,
  NOON,
  openScene,
  send,
  somebody,
  somebodyWhoKnows,
} from '../support/scene'

let scene: { close: () => Promise<void> }
const folder = mkdtempSync(join(tmpdir(), 'steppe-corrections-'))
beforeAll(async () => {
  cpSync(FIXTURE_COURSE, folder, { recursive: true })
  scene = await openScene(folder)
})
// The law of every test below: no correction leaves a card that its log does not make.
afterAll(async () => {
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  await scene.close()
  rmSync(folder, { recursive: true })
})

const FILE = join(folder, 'questions', 'growth.yaml')

/** Publishes the course with a part of a question replaced, as a start would, and asks to relearn. */
async function correct(from: string, to: string, now: number): Promise<void> {
  const text = readFileSync(FILE, 'utf8')
  if (!text.includes(from)) throw new Error(`The questions do not say: ${from}`)
  writeFileSync(FILE, text.replace(from, to))
  const published = await publishCourse(wholeScope(), { folder, compiled: null, now })
  expect(published).toMatchObject({ outcome: 'published' })
  await askToRelearn(wholeScope(), now)
}

const change = (revision: number, severity: string, note: string, previous = '') =>
  `revision: ${revision}\n    changes:\n      - { revision: ${revision}, severity: ${severity}, note: ${note}${previous} }`

const cardOf = async (user: UserId, questionId: string) =>
  (await cardsOf(user)).find((each) => each.questionId === questionId)?.card
const session = async (user: UserId, now: number) =>
  (await startReview(await as(user), { part: null, now })).cards

describe('a corrected meaning', () => {
  const questionId = 'founding-motive'

  test('is learned again by who had learned it, with the old answer and the reason, and keeps the log', async () => {
    const knows = await somebodyWhoKnows(questionId, NOON)
    const asleep = await somebodyWhoKnows(questionId, NOON)
    await database().user.update({ where: { id: asleep }, data: { disabledAt: new Date(NOON) } })
    const newcomer = await somebody()
    expect((await cardOf(knows, questionId))?.state.phase).toBe('review')

    const now = NOON + DAY
    await correct(
      'answer: Tolls had doubled',
      `answer: Pirates\n    ${change(2, 'meaning', 'The letter names pirates.', ', previousAnswer: Tolls had doubled')}`,
      now,
    )
    for (const user of [knows, asleep]) {
      expect(await cardOf(user, questionId)).toMatchObject({
        state: { phase: 'learning', dueAt: now + MINUTE, lapses: 0 },
      })
    }
    expect(await cardOf(newcomer, questionId)).toBeUndefined()
    const [card] = await session(knows, now + 2 * MINUTE)
    expect(card).toMatchObject({
      question: { id: questionId, revision: 2 },
      correction: {
        severity: 'meaning',
        previousAnswer: 'Tolls had doubled',
        notes: ['The letter names pirates.'],
        previousPrompt: null,
      },
    })

    const kinds = (await logOf(knows)).map(({ kind }) => kind)
    expect(kinds).toEqual(['grade', 'grade', 'relearn'])
    await askToRelearn(wholeScope(), now + MINUTE)
    expect(await logOf(knows)).toHaveLength(3)
  })

  test('is asked of everybody but the one whose row cannot be read, and of that one by the next run', async () => {
    const broken = await somebodyWhoKnows(questionId, NOON)
    const knows = await somebodyWhoKnows(questionId, NOON)
    const now = NOON + DAY + 2 * MINUTE
    const lengthOf = async (user: UserId) => (await logOf(user)).length
    const before = await lengthOf(broken)
    expect(await lengthOf(knows)).toBe(before)
    // As if the version had just been published.
    await database().publishedCourse.updateMany({ data: { relearnedAt: null } })
    const where = { id: broken }
    await database().user.update({ where, data: { zone: 'Nowhere/At-all' } })
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    await expect(askToRelearn(wholeScope(), now)).rejects.toThrow(/^1 person/)
    expect(said).toHaveBeenCalledWith(expect.stringContaining(broken), expect.anything())
    said.mockRestore()
    expect([await lengthOf(broken), await lengthOf(knows)]).toEqual([before, before + 1])
    await database().user.update({ where, data: { zone: 'Asia/Kathmandu' } })
    await askToRelearn(wholeScope(), now + MINUTE)
    expect([await lengthOf(broken), await lengthOf(knows)]).toEqual([before + 1, before + 1])
    expect(await database().publishedCourse.count({ where: { relearnedAt: null } })).toBe(0)
  })

  test('says it once: after an answer to the new meaning nothing is told', async () => {
    const user = await somebodyWhoKnows(questionId, NOON + 2 * DAY)
    const now = NOON + 2 * DAY + 30 * MINUTE
    expect((await session(user, now))[0]?.correction).toBeDefined()
    await send(user, now, grade(2, now, { questionId, revision: 2 }))
    const [card] = await session(user, now + 10 * MINUTE)
    expect(card?.question.id).toBe(questionId)
    expect(card?.correction).toBeUndefined()
  })

  test('an answer from a page that still showed the old meaning is kept, and the question comes again', async () => {
    const user = await somebody()
    const at = NOON + 3 * DAY
    const [outcome] = await send(user, at + MINUTE, grade(4, at, { questionId, revision: 1 }))
    expect(outcome).toMatchObject({ status: 'accepted', card: { state: { phase: 'learning' } } })
    const log = await logOf(user)
    expect(log.map(({ kind }) => kind)).toEqual(['grade', 'relearn'])
    expect(log[0]?.graded).toMatchObject({ revision: 1, correct: null })
    const [again] = await send(user, at + DAY, grade(3, at + DAY, { questionId, revision: 2 }))
    expect(again).toMatchObject({ status: 'accepted' })
    expect(await logOf(user)).toHaveLength(3)
  })
})

test('a corrected wording keeps the schedule, and is told with what was asked before', async () => {
  const questionId = 'fleet-size'
  const user = await somebodyWhoKnows(questionId, NOON)
  const before = await cardOf(user, questionId)
  await correct(
    'prompt: How many ships did the report of June 1990 count in the League?',
    `prompt: How many ships of the League did the report of June 1990 count?\n    ${change(2, 'wording', 'It reads better.')}`,
    NOON + 4 * DAY,
  )
  expect(await cardOf(user, questionId)).toEqual(before)
  const answer = { kind: 'number', text: '4500' }
  const at = NOON + 4 * DAY + MINUTE
  const other = await somebody()
  await send(other, at, grade(3, at, { questionId, revision: 1, answer }))
  expect((await logOf(other))[0]?.graded).toMatchObject({ revision: 1, correct: true })
  const asked = (await session(user, NOON + 60 * DAY)).find(
    ({ question }) => question.id === questionId,
  )
  expect(asked?.correction).toEqual({
    severity: 'wording',
    notes: ['It reads better.'],
    previousAnswer: null,
    previousPrompt: 'How many ships did the report of June 1990 count in the League?',
  })
})

test('what is told of a session costs one statement, which reads no version of the course', async () => {
  const user = await somebodyWhoKnows('fleet-size', NOON)
  const knows = await as(user)
  const statements = vi.spyOn(databasePool(), 'query')
  const { cards } = await startReview(knows, { part: null, now: NOON + 60 * DAY })
  const sent = statements.mock.calls.map(([statement]) => JSON.stringify(statement))
  statements.mockRestore()
  expect(cards.filter(({ correction }) => correction !== undefined)).toHaveLength(1)
  const about = sent.filter((text) => text.includes('QuestionRevision'))
  expect(about).toHaveLength(1)
  expect(about[0]).not.toContain('PublishedCourse')
  expect(sent.length).toBeLessThanOrEqual(3)
})

test('a typo changes nothing and is not told', async () => {
  const questionId = 'guest-state'
  const user = await somebodyWhoKnows(questionId, NOON)
  const before = await cardOf(user, questionId)
  await correct(
    'explanation: Dunmere watched without a vote.',
    `explanation: Dunmere watched, without a vote.\n    ${change(2, 'typo', 'A comma.')}`,
    NOON + 5 * DAY,
  )
  expect(await cardOf(user, questionId)).toEqual(before)
  const asked = (await session(user, NOON + 60 * DAY)).find(
    ({ question }) => question.id === questionId,
  )
  expect(asked).toBeDefined()
  expect(asked?.correction).toBeUndefined()
})

test('an answer to a question that was retired meanwhile is kept', async () => {
  const questionId = 'founders'
  const text = readFileSync(FILE, 'utf8')
  const from = text.indexOf(`  - id: ${questionId}`)
  writeFileSync(FILE, text.slice(0, from))
  const course = join(folder, 'course.yaml')
  const retired = `retired:\n  - { id: ${questionId}, reason: Nobody needs it. }\n`
  writeFileSync(course, `${readFileSync(course, 'utf8')}${retired}`)
  const now = NOON + 6 * DAY
  const published = await publishCourse(wholeScope(), { folder, compiled: null, now })
  expect(published).toMatchObject({ outcome: 'published' })
  const user = await somebody()
  const [kept] = await send(user, now, grade(3, now, { questionId, revision: 1 }))
  expect(kept).toMatchObject({ status: 'accepted' })
  expect(await session(user, now + DAY)).toEqual([])
})

test('a browser may not ask anybody to learn a question again', async () => {
  const user = await somebody()
  const event = { ...grade(3, NOON), kind: 'relearn', revision: 2 }
  expect(await send(user, NOON, event)).toMatchObject([{ status: 'rejected', reason: 'malformed' }])
})
