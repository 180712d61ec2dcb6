import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { findUser } from '@/lib/db/people/users'
import { cardsOf } from '@/lib/db/study/cards'
import { logOf } from '@/lib/db/study/review-log'
import { rollUpsOf } from '@/lib/db/study/study-days'
import { asQuestionId, type UserId } from '@/lib/kernel/ids'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { EVERY_DAY_ALIKE } from '@/lib/review/study-settings'
import { checkLog } from '@/lib/server/operate/check-log'
import { loadSteps } from '@/lib/server/settings/load-steps'
import { type StudyChoice, saveStudySettings } from '@/lib/server/settings/save-study-settings'
import { actOnCards } from '@/lib/server/study/act-on-card'
import { startCatchUp, stopCatchUp } from '@/lib/server/study/catch-up'
import { loadCardHistory } from '@/lib/server/study/load-card-history'
import { loadSetAside } from '@/lib/server/study/load-set-aside'
import { startCram } from '@/lib/server/study/start-cram'
import { wholeScope } from '@/lib/server/whole-scope'
import {
  as,
  DAY,
  grade,
  MINUTE,
  NOON,
  openScene,
  QUESTION,
  send,
  somebody,
  undo,
} from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
// Whatever was steered, the projection says what the log says.
afterAll(async () => {
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  await scene.close()
})

const USUAL: StudyChoice = {
  reach: 'all',
  newPerDay: 20,
  reviewsPerDay: 200,
  desiredRetention: 0.9,
  leech: { lapses: 8, suspends: true },
  learningStepsMin: [1, 10],
  relearningStepsMin: [10],
  maximumIntervalDays: 36_500,
  easyDays: EVERY_DAY_ALIKE,
  levelLoad: true,
  askConfidence: false,
}

const save = async (userId: UserId, changes: Partial<typeof USUAL>) =>
  saveStudySettings(await as(userId), { settings: { ...USUAL, ...changes }, now: NOON })

const cardNow = async (userId: UserId) =>
  (await cardsOf(userId)).find(({ questionId }) => questionId === QUESTION)?.card

/** Learnt two days ago, so in phase review. */
async function learnt(userId: UserId): Promise<void> {
  const start = NOON - 2 * DAY
  await send(userId, NOON, grade(3, start), grade(3, start + 11 * MINUTE))
}

describe('desired retention', () => {
  test('makes a version of the model for answers from then on; those before keep theirs', async () => {
    const user = await somebody()
    await learnt(user)
    await save(user, { desiredRetention: 0.8 })
    await send(user, NOON, grade(3, NOON))
    const log = await logOf(user)
    const versions = log.map((event) => (event.kind === 'grade' ? event.modelVersion : ''))
    expect(new Set(versions).size).toBe(2)
    expect(versions.filter((version) => version === DEFAULT_MODEL.version)).toHaveLength(2)
    const state = (await cardNow(user))?.state
    const intervalAt80 = state?.phase === 'review' ? state.intervalDays : 0
    const other = await somebody()
    await learnt(other)
    await send(other, NOON, grade(3, NOON))
    const usual = (await cardNow(other))?.state
    expect(intervalAt80).toBeGreaterThan(usual?.phase === 'review' ? usual.intervalDays : Infinity)
  })

  test('set back is the shipped model again, and the same parameters are the same version', async () => {
    const user = await somebody()
    await save(user, { desiredRetention: 0.85 })
    const first = (await findUser(user))?.modelVersion
    await save(user, {})
    expect((await findUser(user))?.modelVersion).toBe(DEFAULT_MODEL.version)
    await save(user, { desiredRetention: 0.85 })
    expect((await findUser(user))?.modelVersion).toBe(first)
    expect(await database().memoryModel.count({ where: { userId: user } })).toBe(1)
  })

  test('an answer scheduled in a browser with the version of before keeps that version', async () => {
    const user = await somebody()
    await save(user, { desiredRetention: 0.8 })
    await send(user, NOON, grade(3, NOON, { modelVersion: DEFAULT_MODEL.version }))
    const [event] = await logOf(user)
    expect(event).toMatchObject({ modelVersion: DEFAULT_MODEL.version })
  })

  test.each([{ desiredRetention: 0.5 }, { newPerDay: -1 }, { easyDays: [0, 0, 0, 0, 0, 0, 0] }])(
    'out of range is refused, and nothing is saved: %j',
    async (wrong) => {
      const user = await somebody()
      const before = await findUser(user)
      await expect(save(user, wrong)).rejects.toMatchObject({ code: 'invalid_input' })
      expect(await findUser(user)).toEqual(before)
    },
  )
})

describe('steps and the longest interval', () => {
  test('hold for answers from then on, and are the model of before again when they are set back', async () => {
    const user = await somebody()
    await save(user, { learningStepsMin: [5], maximumIntervalDays: 7 })
    await send(user, NOON, grade(1, NOON - 9 * DAY))
    expect((await cardNow(user))?.state).toMatchObject({ dueAt: NOON - 9 * DAY + 5 * MINUTE })
    await send(user, NOON, grade(4, NOON - 8 * DAY), grade(4, NOON - DAY))
    expect((await cardNow(user))?.state).toMatchObject({ intervalDays: 7 })
    await save(user, {})
    await send(user, NOON, grade(4, NOON))
    const state = (await cardNow(user))?.state
    expect(state?.phase === 'review' ? state.intervalDays : 0).toBeGreaterThan(7)
    expect((await findUser(user))?.modelVersion).toBe(DEFAULT_MODEL.version)
    expect(await loadSteps(await as(user))).toEqual({
      learningStepsMin: [1, 10],
      relearningStepsMin: [10],
      maximumIntervalDays: 36_500,
    })
  })

  test('without any step, the first answer gives days', async () => {
    const user = await somebody()
    await save(user, { learningStepsMin: [], relearningStepsMin: [] })
    await send(user, NOON, grade(1, NOON))
    expect((await cardNow(user))?.state).toMatchObject({ phase: 'review' })
  })

  test.each([
    { learningStepsMin: [10, 1] },
    { learningStepsMin: [1440] },
    { relearningStepsMin: [1, 2, 3, 4, 5, 6, 7] },
    { maximumIntervalDays: 6 },
  ])('%j is refused, and nothing is saved', async (wrong) => {
    const user = await somebody()
    await expect(save(user, wrong)).rejects.toMatchObject({ code: 'invalid_input' })
    expect((await findUser(user))?.modelVersion).toBeNull()
  })
})

describe('an interval that levelling chose', () => {
  test('stands within what the memory allows, and is held to it beyond', async () => {
    const user = await somebody()
    const greedy = await somebody()
    for (const [who, chosenDays] of [
      [user, undefined],
      [greedy, 3000],
    ] as const) {
      const start = NOON - 30 * DAY
      await send(who, NOON, grade(4, start), grade(4, start + 10 * DAY, { chosenDays }))
    }
    const state = (await cardNow(greedy))?.state
    const usual = (await cardNow(user))?.state
    if (state?.phase !== 'review' || usual?.phase !== 'review') throw new Error('not in review')
    expect(state.intervalDays).toBeGreaterThanOrEqual(usual.intervalDays)
    expect(state.intervalDays).toBeLessThan(2 * usual.intervalDays)
  })
})

describe('a leech', () => {
  test('is set aside at the eighth lapse, comes back by hand, and is taken back by an undo', async () => {
    const user = await somebody()
    const events: ReturnType<typeof grade>[] = []
    let at = NOON - 80 * DAY
    const answer = (rating: 1 | 3) => {
      events.push(grade(rating, at))
      at += 20 * MINUTE
    }
    answer(3)
    answer(3)
    for (let lapse = 0; lapse < 8; lapse += 1) {
      at += 5 * DAY
      answer(1)
      answer(3)
    }
    await send(user, NOON, ...events.slice(0, -1))
    expect(await cardNow(user)).toMatchObject({ suspended: true, state: { lapses: 8 } })
    const { suspended } = await loadSetAside(await as(user), { now: NOON })
    expect(suspended).toMatchObject([{ id: QUESTION, leech: true, lapses: 8 }])

    const last = events.at(-2)
    await send(user, NOON, undo(last?.id ?? '', NOON))
    expect(await cardNow(user)).toMatchObject({ suspended: false, state: { lapses: 7 } })
  })

  test('of a person who wants none stays in the queue', async () => {
    const user = await somebody()
    await save(user, { leech: { lapses: 3, suspends: false } })
    let at = NOON - 60 * DAY
    await send(user, NOON, grade(3, at), grade(3, at + 11 * MINUTE))
    for (let lapse = 0; lapse < 4; lapse += 1) {
      at += 5 * DAY
      await send(user, NOON, grade(1, at), grade(3, at + 20 * MINUTE))
    }
    expect(await cardNow(user)).toMatchObject({ suspended: false, state: { lapses: 4 } })
  })
})

test('what was suspended is taken back, and learning anew forgets the card but not its log', async () => {
  const user = await somebody()
  await learnt(user)
  await send(user, NOON, { ...undo('', NOON), undoes: undefined, kind: 'suspend' })
  expect(await cardNow(user)).toMatchObject({ suspended: true })
  await actOnCards(await as(user), { questionIds: [QUESTION], kind: 'unsuspend', now: NOON + 1 })
  expect(await cardNow(user)).toMatchObject({ suspended: false, state: { phase: 'review' } })
  await actOnCards(await as(user), { questionIds: [QUESTION], kind: 'reset', now: NOON + 2 })
  expect((await cardNow(user))?.state).toEqual({ phase: 'new' })
  const { entries } = await loadCardHistory(await as(user), {
    questionId: QUESTION,
    until: 0 as never,
  })
  expect(entries.map(({ kind }) => kind)).toEqual([
    'grade',
    'grade',
    'suspend',
    'unsuspend',
    'reset',
  ])
})

test('a flag keeps its words with the answer and leaves the card as it was', async () => {
  const user = await somebody()
  await learnt(user)
  const before = await cardNow(user)
  const answer = { kind: 'number', text: '4500' }
  const flag = { ...undo('', NOON, { questionId: 'fleet-size' }), undoes: undefined }
  const [outcome] = await send(user, NOON, { ...flag, kind: 'flag', comment: 'Too many', answer })
  expect(outcome?.status).toBe('accepted')
  const [again] = await send(user, NOON, { ...flag, kind: 'flag', comment: 'Too many', answer })
  expect(again?.status).toBe('duplicate')
  expect(await database().flag.findMany({ where: { userId: user } })).toMatchObject([
    { questionId: 'fleet-size', comment: 'Too many', answer, solvedAt: null },
  ])
  expect(await cardNow(user)).toEqual(before)
})

test('a cram shows what was seen, likeliest forgotten first, and leaves every byte of the log', async () => {
  const user = await somebody()
  await learnt(user)
  const before = JSON.stringify([await logOf(user), await cardsOf(user), await rollUpsOf(user)])
  const cram = await startCram(await as(user), { parts: [], take: 50, now: NOON })
  expect(cram.cards.map(({ question }) => question.id)).toEqual([QUESTION])
  const after = JSON.stringify([await logOf(user), await cardsOf(user), await rollUpsOf(user)])
  expect(after).toBe(before)
  await expect(
    startCram(await as(user), { parts: ['no-such-topic'], take: 50, now: NOON }),
  ).rejects.toMatchObject({ code: 'invalid_input' })
})

test('a plan for what piled up is kept until it is stopped', async () => {
  const user = await somebody()
  await startCatchUp(await as(user), { days: 7, now: NOON })
  expect((await findUser(user))?.settings.catchUp?.days).toBe(7)
  await expect(startCatchUp(await as(user), { days: 1, now: NOON })).rejects.toThrow('two days')
  await stopCatchUp(await as(user))
  expect((await findUser(user))?.settings.catchUp).toBeNull()
})

test('one’s own card only: another’s history is not told', async () => {
  const mine = await somebody()
  const other = await somebody()
  await learnt(mine)
  const asked = await loadCardHistory(await as(other), { questionId: QUESTION, until: 0 as never })
  expect(asked.entries).toEqual([])
  await expect(
    loadCardHistory(await as(mine), { questionId: asQuestionId('nothing'), until: 0 as never }),
  ).rejects.toMatchObject({ code: 'not_found' })
})
