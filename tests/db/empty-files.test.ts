import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CohortId, UserId } from '@/lib/kernel/ids'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import {
  exportOwnRevlog,
  exportRevlog,
  exportTable,
  exportXapi,
} from '@/lib/server/export/export-cohort'
import { everyRevlog, everyTable, everyXapi } from '@/lib/server/export/export-everything'
import { isTableName, TABLES } from '@/lib/server/export/tables/all'
import { calendarFeed } from '@/lib/server/reminder/calendar-feed'
import { makeCalendarLink } from '@/lib/server/settings/reminder-settings'
import { wholeScope } from '@/lib/server/whole-scope'
import { as, instructing, NOON, openScene, QUESTION, running, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
let instructor: UserId
let cohortId: CohortId
beforeAll(async () => {
  scene = await openScene()
  instructor = await somebody('instructor')
  cohortId = await createCohort(await instructing(instructor), { name: 'Empty', now: NOON })
})
afterAll(() => scene.close())

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const part of parts) text += part
  return text
}

const names = Object.keys(TABLES).filter(isTableName)
const REVLOG = 'card_id,review_time,review_rating,review_state,review_duration\n'

describe('a table of a cohort without analysts has its head and rows of the same width', () => {
  test.each(names)('%s', async (table) => {
    const scope = await running(instructor, cohortId)
    const { needs } = TABLES[table]
    const asked = { now: NOON, on: null, of: needs === 'question' ? QUESTION : null }
    const text =
      needs === 'analyst'
        ? await TABLES[table].csv(scope, asked)
        : await exportTable(scope, { ...asked, table })
    const [head = [], ...rows]: string[][] = parse(text, { bom: true })
    expect(head.length).toBeGreaterThan(1)
    for (const row of rows) {
      expect(row).toHaveLength(head.length)
      for (const cell of row) expect(cell).not.toMatch(/^(NaN|-?Infinity|undefined|null)$/)
    }
    expect(text.endsWith('\r\n')).toBe(true)
  })
})

test('the review log of nobody, and of somebody who has answered nothing, is its head', async () => {
  const scope = await running(instructor, cohortId)
  expect(await textOf(await exportRevlog(scope, { now: NOON }))).toBe(REVLOG)
  expect(await textOf(await exportOwnRevlog(await as(await somebody()), { now: NOON }))).toBe(
    REVLOG,
  )
  expect(await textOf(await everyRevlog(wholeScope(), { cohort: cohortId, now: NOON }))).toBe(
    REVLOG,
  )
})

test('xAPI statements of nobody are an empty list', async () => {
  const scope = await running(instructor, cohortId)
  const origin = 'https://steppe.example'
  expect(JSON.parse(await textOf(await exportXapi(scope, { now: NOON, origin })))).toEqual([])
  expect(
    JSON.parse(await textOf(await everyXapi(wholeScope(), { cohort: null, now: NOON }))),
  ).toEqual([])
})

test('the calendar of an analyst who has no reviews yet has a component and no event', async () => {
  const secret = await makeCalendarLink(await as(await somebody()), NOON)
  const text = (await calendarFeed({ secret, now: NOON })) ?? ''
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect(calendar.getAllSubcomponents()).toHaveLength(1)
  expect(calendar.getAllSubcomponents('vevent')).toEqual([])
})

describe('an installation without any cohort', () => {
  beforeAll(async () => {
    await scene.close()
    scene = await openScene()
  })

  test.each(names)('writes %s with its head only', async (table) => {
    const text = await textOf(await everyTable(wholeScope(), { table, cohort: null, now: NOON }))
    const [head = [], ...rows]: string[][] = parse(text, { bom: true })
    expect(head[0]).toBe('Cohort')
    expect(rows).toEqual([])
  })

  test('writes a review log with its head only, and no xAPI statement', async () => {
    expect(await textOf(await everyRevlog(wholeScope(), { cohort: null, now: NOON }))).toBe(REVLOG)
    const text = await textOf(await everyXapi(wholeScope(), { cohort: null, now: NOON }))
    expect(JSON.parse(text)).toEqual([])
  })
})
