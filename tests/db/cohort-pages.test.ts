import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import type { CohortId, UserId } from '@/lib/kernel/ids'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { removeNote, writeNote } from '@/lib/server/cohort/instructor-notes'
import { loadForecasts } from '@/lib/server/cohort/load-forecasts'
import { loadItem } from '@/lib/server/cohort/load-item'
import { loadItemAnalysis } from '@/lib/server/cohort/load-item-analysis'
import { loadLearner } from '@/lib/server/cohort/load-learner'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { endSnooze, snoozeRisk } from '@/lib/server/cohort/snooze-risk'
import { storeForecasts } from '@/lib/server/operate/store-forecasts'
import { wholeScope } from '@/lib/server/whole-scope'
import {
  changing,
  DAY,
  grade,
  instructing,
  MINUTE,
  NOON,
  openScene,
  QUESTION,
  running,
  send,
  somebody,
} from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

let own: UserId
let other: UserId
let analyst: UserId
let stranger: UserId
let cohortId: CohortId

async function join(userId: UserId, cohort: CohortId): Promise<void> {
  const joinedAt = new Date(NOON - 30 * DAY)
  await database().membership.create({
    data: { userId, cohortId: cohort, role: 'learner', joinedAt },
  })
}

beforeEach(async () => {
  own = await somebody('instructor')
  other = await somebody('instructor')
  analyst = await somebody()
  stranger = await somebody()
  cohortId = await createCohort(await instructing(own), { name: 'Own', now: NOON - 40 * DAY })
  const others = await createCohort(await instructing(other), {
    name: 'Other',
    now: NOON - 40 * DAY,
  })
  await join(analyst, cohortId)
  await join(stranger, others)
})

const now = NOON
const page = { now, page: 1 } as const
const seen = () => running(own, cohortId)
const mine = () => changing(own, cohortId)

/** Every page of the cohort and what its instructors do there, as somebody. */
const everything = (actor: UserId, userId: UserId) => {
  const look = () => running(actor, cohortId)
  const change = () => changing(actor, cohortId)
  return {
    readiness: async () =>
      loadReadiness(await look(), { ...page, on: null, reach: 'all', sort: 'name' }),
    questions: async () =>
      loadItemAnalysis(await look(), { ...page, module: null, sort: 'suspect' }),
    question: async () => loadItem(await look(), { questionId: QUESTION, now }),
    forecasts: async () => loadForecasts(await look(), { now }),
    learner: async () =>
      loadLearner(await look(), { userId, daysAhead: 0, topic: null, reach: 'all', now }),
    note: async () => writeNote(await change(), { userId, text: 'Met on Monday.', now }),
    snooze: async () => snoozeRisk(await change(), { userId, days: 7, note: 'On leave.', now }),
    wake: async () => endSnooze(await change(), { userId, now }),
  }
}

describe('the pages of a cohort', () => {
  test('are closed to another instructor, who does not learn that it exists', async () => {
    for (const act of Object.values(everything(other, analyst))) {
      await expect(act()).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await database().instructorNote.count({ where: { cohortId } })).toBe(0)
    expect(await database().riskSnooze.count({ where: { cohortId } })).toBe(0)
  })

  test('are closed to an analyst, their own included', async () => {
    for (const act of Object.values(everything(analyst, analyst))) {
      await expect(act()).rejects.toMatchObject({ code: 'not_allowed' })
    }
  })

  test('open to their instructor and to an administrator', async () => {
    for (const actorId of [own, await somebody('admin')]) {
      for (const act of Object.values(everything(actorId, analyst))) await act()
    }
  })

  test('do not reach an analyst of another cohort through one’s own', async () => {
    const { learner: look, note, snooze, wake } = everything(own, stranger)
    for (const act of [look, note, snooze, wake]) {
      await expect(act()).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await database().instructorNote.count({ where: { userId: stranger } })).toBe(0)
  })

  test('do not let an instructor delete what another wrote', async () => {
    await writeNote(await mine(), { userId: analyst, text: 'Mine.', now })
    const note = await database().instructorNote.findFirstOrThrow({ where: { cohortId } })
    const admin = await somebody('admin')
    const theirs = removeNote(await changing(admin, cohortId), { noteId: note.id, now: NOON })
    await expect(theirs).rejects.toMatchObject({ code: 'not_found' })
    await removeNote(await mine(), { noteId: note.id, now: NOON })
    expect(await database().instructorNote.count({ where: { cohortId } })).toBe(0)
  })
})

describe('a flag', () => {
  const look = async (now: number) =>
    loadReadiness(await seen(), { now, page: 1, on: null, reach: 'all', sort: 'name' })

  test('rests until the day named, with its note, and comes back by itself', async () => {
    // Joined a month ago and never began.
    expect((await look(NOON)).atRisk.map(({ userId }) => userId)).toEqual([analyst])
    await snoozeRisk(await mine(), { userId: analyst, days: 7, note: ' On leave. ', now })
    const resting = await look(NOON + 6 * DAY)
    expect(resting.atRisk).toEqual([])
    expect(resting.snoozed[0]?.snooze).toMatchObject({ note: 'On leave.', byId: own })
    expect((await look(NOON + 7 * DAY)).atRisk).toHaveLength(1)
  })

  test('can be shown again, and needs a reason to rest', async () => {
    const named = { userId: analyst, now }
    for (const wrong of [
      { days: 7, note: ' ' },
      { days: 5, note: 'Why' },
      { days: 7, note: 'x'.repeat(1001) },
    ]) {
      await expect(snoozeRisk(await mine(), { ...named, ...wrong })).rejects.toMatchObject({
        code: 'invalid_input',
      })
    }
    await snoozeRisk(await mine(), { ...named, days: 28, note: 'Agreed.' })
    await endSnooze(await mine(), named)
    expect((await look(NOON)).atRisk).toHaveLength(1)
  })
})

describe('forecasts', () => {
  test('are stored once a day, judged once their day is over, and told apart by what came between', async () => {
    const start = NOON - 8 * DAY
    await send(analyst, start, grade(4, start - 2 * MINUTE))
    await storeForecasts(wholeScope(), start + MINUTE)
    const stored = () => database().forecastSnapshot.count({ where: { userId: analyst } })
    expect(await stored()).toBe(2)
    await storeForecasts(wholeScope(), start + 2 * MINUTE)
    expect(await stored()).toBe(2)

    await send(analyst, start + 7 * DAY, grade(3, start + 7 * DAY))
    await storeForecasts(wholeScope(), NOON)
    await storeForecasts(wholeScope(), NOON)
    const scores = await database().forecastScore.findMany({ where: { userId: analyst } })
    expect(scores).toHaveLength(1)
    // It was begun on the day of the forecast itself, so the plan's forecast is the one that is judged.
    expect(scores[0]).toMatchObject({ horizonDays: 7, branch: 'planned', tested: 1, recalled: 1 })
    // One 28 days ahead from then, and two of today.
    expect(await stored()).toBe(3)

    const view = await loadForecasts(await seen(), { now })
    const judged = view.tracks.filter(({ calibration }) => calibration !== null)
    expect(judged).toHaveLength(1)
    expect(judged[0]).toMatchObject({ horizonDays: 7, branch: 'planned', recalled: 1 })
    const p = judged[0]?.meanForecast ?? 0
    expect(p).toBeGreaterThan(0.5)
    expect(judged[0]?.calibration?.brier).toBeCloseTo((1 - p) ** 2, 9)
  })

  test('of several processes at once are stored and judged once', async () => {
    const start = NOON - 8 * DAY
    await send(analyst, start, grade(4, start - DAY))
    await Promise.all([storeForecasts(wholeScope(), start), storeForecasts(wholeScope(), start)])
    await send(analyst, start + 7 * DAY, grade(1, start + 7 * DAY))
    await Promise.all([
      storeForecasts(wholeScope(), NOON),
      storeForecasts(wholeScope(), NOON),
      storeForecasts(wholeScope(), NOON),
    ])
    const scores = await database().forecastScore.findMany({ where: { userId: analyst } })
    expect(scores.map(({ branch, tested }) => [branch, tested])).toEqual([['idle', 1]])
  })
})
