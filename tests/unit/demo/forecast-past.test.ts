import { beforeAll, expect, test } from 'vitest'
import { NOBODY_KNOWN } from '@/lib/cohort/forgetting'
import type { Catalogue } from '@/lib/course/types'
import { analystAt, pastAt } from '@/lib/demo/analyst'
import { demoAssignments } from '@/lib/demo/demo-assignments'
import { forecastPast } from '@/lib/demo/forecast-past'
import { studyDayOf } from '@/lib/kernel/study-day'
import { compileFolder } from '../../support/real-course'

const PLAN = { days: 60, seed: 3, now: Date.UTC(2026, 9, 5, 15) }
let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await compileFolder()
})

test('the forecasts of a simulated past are judged once their day is over, and the others wait', () => {
  const { id, clock } = analystAt(0, PLAN)
  const { log } = pastAt(0, PLAN, catalogue)
  const today = studyDayOf(PLAN.now, clock)
  const { scores, pending } = forecastPast(id, log.events, catalogue, {
    today,
    everyDays: 1,
    prior: NOBODY_KNOWN,
  })
  expect(scores.every(({ day }) => day < today)).toBe(true)
  expect(pending.every(({ day, horizonDays }) => day + horizonDays >= today)).toBe(true)
  expect(new Set(scores.map(({ horizonDays }) => horizonDays))).toEqual(new Set([7, 28]))
  expect(new Set(scores.map(({ branch }) => branch))).toEqual(new Set(['idle', 'planned']))
  const sum = (of: (score: (typeof scores)[number]) => number) =>
    scores.reduce((all, score) => all + of(score), 0)
  // Amina remembers a little better than FSRS thinks.
  const off = (sum((s) => s.recalled) - sum((s) => s.forecastSum)) / sum((s) => s.tested)
  expect(sum((s) => s.tested)).toBeGreaterThan(50)
  expect(Math.abs(off)).toBeLessThan(0.1)
})

test('assignments come in course order, and those far past the end are left out', () => {
  const short = demoAssignments(catalogue, 60)
  const long = demoAssignments(catalogue, 180)
  expect(short.length).toBeGreaterThan(1)
  expect(long.every(({ dueAfterDays }) => dueAfterDays !== null && dueAfterDays <= 210)).toBe(true)
  expect(short.map(({ module }) => module)).toEqual(
    catalogue.course.modules.slice(0, short.length).map(({ id }) => id),
  )
})
