import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import type { CohortId, UserId } from '@/lib/kernel/ids'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { removeNote, writeNote } from '@/lib/server/cohort/instructor-notes'
import { loadAnalyst } from '@/lib/server/cohort/load-analyst'
import { loadForecasts } from '@/lib/server/cohort/load-forecasts'
import { loadItem } from '@/lib/server/cohort/load-item'
import { loadItemAnalysis } from '@/lib/server/cohort/load-item-analysis'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { endSnooze, snoozeRisk } from '@/lib/server/cohort/snooze-risk'
import { storeForecasts } from '@/lib/server/cohort/store-forecasts'
import { DAY, grade, MINUTE, NOON, openScene, QUESTION, send, somebody } from '../support/scene'

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
  cohortId = await createCohort({ actorId: own, name: 'Own', now: NOON - 40 * DAY })
  const others = await createCohort({ actorId: other, name: 'Other', now: NOON - 40 * DAY })
  await join(analyst, cohortId)
  await join(stranger, others)
})

const page = { now: NOON, page: 1 } as const

/** Every page and action of mine on a cohort, as somebody. */
const everything = (actorId: UserId, userId: UserId) => ({
  readiness: () => loadReadiness({ actorId, cohortId, ...page, on: null, sort: 'name' }),
  questions: () => loadItemAnalysis({ actorId, cohortId, ...page, module: null, sort: 'suspect' }),
  question: () => loadItem({ actorId, cohortId, questionId: QUESTION, now: NOON }),
  forecasts: () => loadForecasts({ actorId, cohortId, now: NOON }),
  analyst: () => loadAnalyst({ actorId, cohortId, userId, daysAhead: 0, topic: null, now: NOON }),
  note: () => writeNote({ actorId, cohortId, userId, text: 'Met on Monday.', now: NOON }),
  snooze: () => snoozeRisk({ actorId, cohortId, userId, days: 7, note: 'On leave.', now: NOON }),
  wake: () => endSnooze({ actorId, cohortId, userId, now: NOON }),
})

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
    const { analyst: look, note, snooze, wake } = everything(own, stranger)
    for (const act of [look, note, snooze, wake]) {
      await expect(act()).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await database().instructorNote.count({ where: { userId: stranger } })).toBe(0)
  })

  test('do not let an instructor delete what another wrote', async () => {
    await writeNote({ actorId: own, cohortId, userId: analyst, text: 'Mine.', now: NOON })
    const note = await database().instructorNote.findFirstOrThrow({ where: { cohortId } })
    const admin = await somebody('admin')
    await expect(removeNote({ actorId: admin, cohortId, noteId: note.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await removeNote({ actorId: own, cohortId, noteId: note.id })
    expect(await database().instructorNote.count({ where: { cohortId } })).toBe(0)
  })
})

describe('a flag', () => {
  const look = (now: number) =>
    loadReadiness({ actorId: own, cohortId, now, page: 1, on: null, sort: 'name' })

  test('rests until the day named, with its note, and comes back by itself', async () => {
    // Joined a month ago and never began.
    expect((await look(NOON)).atRisk.map(({ userId }) => userId)).toEqual([analyst])
    await snoozeRisk({
      actorId: own,
      cohortId,
      userId: analyst,
      days: 7,
      note: ' On leave. ',
      now: NOON,
    })
    const resting = await look(NOON + 6 * DAY)
    expect(resting.atRisk).toEqual([])
    expect(resting.snoozed[0]?.snooze).toMatchObject({ note: 'On leave.', byId: own })
    expect((await look(NOON + 7 * DAY)).atRisk).toHaveLength(1)
  })

  test('can be shown again, and needs a reason to rest', async () => {
    const named = { actorId: own, cohortId, userId: analyst, now: NOON }
    for (const wrong of [
      { days: 7, note: ' ' },
      { days: 5, note: 'Why' },
      { days: 7, note: 'x'.repeat(1001) },
    ]) {
      await expect(snoozeRisk({ ...named, ...wrong })).rejects.toMatchObject({
        code: 'invalid_input',
      })
    }
    await snoozeRisk({ ...named, days: 28, note: 'Agreed.' })
    await endSnooze(named)
    expect((await look(NOON)).atRisk).toHaveLength(1)
  })
})

describe('forecasts', () => {
  test('are stored once a day, judged once their day is over, and told apart by what came between', async () => {
    const start = NOON - 8 * DAY
    await send(analyst, start, grade(4, start - 2 * MINUTE))
    await storeForecasts(start + MINUTE)
    const stored = () => database().forecastSnapshot.count({ where: { userId: analyst } })
    expect(await stored()).toBe(2)
    await storeForecasts(start + 2 * MINUTE)
    expect(await stored()).toBe(2)

    await send(analyst, start + 7 * DAY, grade(3, start + 7 * DAY))
    await storeForecasts(NOON)
    await storeForecasts(NOON)
    const scores = await database().forecastScore.findMany({ where: { userId: analyst } })
    expect(scores).toHaveLength(1)
    // It was begun on the day of the forecast itself, so the plan's forecast is the one that is judged.
    expect(scores[0]).toMatchObject({ horizonDays: 7, branch: 'planned', tested: 1, recalled: 1 })
    // One 28 days ahead from then, and two of today.
    expect(await stored()).toBe(3)

    const view = await loadForecasts({ actorId: own, cohortId, now: NOON })
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
    await Promise.all([storeForecasts(start), storeForecasts(start)])
    await send(analyst, start + 7 * DAY, grade(1, start + 7 * DAY))
    await Promise.all([storeForecasts(NOON), storeForecasts(NOON), storeForecasts(NOON)])
    const scores = await database().forecastScore.findMany({ where: { userId: analyst } })
    expect(scores.map(({ branch, tested }) => [branch, tested])).toEqual([['idle', 1]])
  })
})
