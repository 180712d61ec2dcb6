import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import type { CohortId, UserId } from '@/lib/kernel/ids'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadCohort } from '@/lib/server/cohort/load-cohort'
import { loadCohorts } from '@/lib/server/cohort/load-cohorts'
import { loadLearner } from '@/lib/server/cohort/load-learner'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { exportTable } from '@/lib/server/export/export-cohort'
import { disableAccount, enableAccount } from '@/lib/server/people/disable-account'
import { sendSummaries } from '@/lib/server/reminder/send-summaries'
import { wholeScope } from '@/lib/server/whole-scope'
import { DAY, instructing, NOON, openScene, running, somebody } from '../support/scene'

const WHOLE = wholeScope()

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

let instructor: UserId
let gone: UserId
let stays: UserId
let cohortId: CohortId
beforeEach(async () => {
  await database().user.deleteMany()
  instructor = await somebody('instructor')
  gone = await somebody()
  stays = await somebody()
  cohortId = await createCohort(await instructing(instructor), {
    name: 'Autumn',
    now: NOON - 40 * DAY,
  })
  const joinedAt = new Date(NOON - 30 * DAY)
  await database().membership.createMany({
    data: [gone, stays].map((userId) => ({ userId, cohortId, role: 'learner', joinedAt })),
  })
  await disableAccount(WHOLE, { userId: gone, now: NOON })
})

const scope = () => running(instructor, cohortId)
/** Both joined a month ago and never began, which is a reason to be at risk. */
const atRisk = async () => {
  const query = { now: NOON, page: 1, on: null, reach: 'all' as const, sort: 'name' as const }
  const view = await loadReadiness(await scope(), query)
  return { atRisk: view.atRisk.map(({ userId }) => userId), rows: view.rows.map((r) => r.userId) }
}

test('a disabled analyst is neither at risk nor counted, and is both again once enabled', async () => {
  expect(await atRisk()).toEqual({ atRisk: [stays], rows: [stays] })
  const who = await instructing(instructor)
  const view = await loadCohorts(who, { now: NOON })
  expect(view.cohorts).toMatchObject([{ learners: 1 }])
  const [overview] = view.overview
  expect(overview).toMatchObject({ learners: 1 })
  expect(overview?.atRisk.map(({ userId }) => userId)).toEqual([stays])
  await enableAccount(WHOLE, { userId: gone, now: NOON })
  const both = await atRisk()
  expect(new Set(both.atRisk)).toEqual(new Set([gone, stays]))
})

test('the weekly summary does not name a disabled analyst', async () => {
  const monday = Date.UTC(2026, 5, 8, 1, 15)
  expect(await sendSummaries(WHOLE, { now: monday, mailer: null })).toEqual(['noted'])
  const [note] = await database().notification.findMany({ where: { userId: instructor } })
  const nameOf = async (id: UserId) =>
    (await database().user.findUniqueOrThrow({ where: { id } })).name
  expect(`${note?.title} ${note?.body}`).toContain('1 analyst')
  expect(note?.body).toContain(await nameOf(stays))
  expect(note?.body).not.toContain(await nameOf(gone))
})

test('a disabled analyst stays in the list of people, marked, and their page can be read', async () => {
  const { rows, learners } = await loadCohort(await scope(), { now: NOON, page: 1 })
  expect(learners).toBe(2)
  expect(new Map(rows.map(({ userId, disabled }) => [userId, disabled]))).toEqual(
    new Map([
      [gone, true],
      [stays, false],
    ]),
  )
  const query = { daysAhead: 0, topic: null, reach: 'all' as const, now: NOON }
  expect(await loadLearner(await scope(), { userId: gone, ...query })).toMatchObject({
    userId: gone,
    disabled: true,
  })
  const table = { table: 'analyst-lessons' as const, of: gone, now: NOON, on: null }
  expect(await exportTable(await scope(), table)).toMatch(/Analyst/)
})
