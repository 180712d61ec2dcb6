import { beforeAll, describe, expect, test } from 'vitest'
import type { Assignment } from '@/lib/cohort/assignment'
import type { RiskSnooze } from '@/lib/cohort/risk-snooze'
import type { LearnerScene, SceneCourse } from '@/lib/cohort/scene'
import { assignmentsView } from '@/lib/cohort/view/assignments-view'
import { atRiskOf } from '@/lib/cohort/view/at-risk-rows'
import { readinessView } from '@/lib/cohort/view/readiness-view'
import { asCohortId, asUserId, type UserId } from '@/lib/kernel/ids'
import { addDays, isoDate } from '@/lib/kernel/study-day'
import { memoryOf, TODAY } from './build'
import { fixtureCourse, learner, scene } from './scene'

let course: SceneCourse
let size: number
let assignment: Assignment
beforeAll(async () => {
  course = await fixtureCourse()
  size = course.catalogue.questions.length
  const [module] = course.catalogue.course.modules
  if (!module) throw new Error('The fixture has modules')
  assignment = {
    id: 'growth by yesterday',
    cohortId: asCohortId('cohort'),
    target: { kind: 'module', id: module.id },
    reach: 'all',
    due: { kind: 'day', day: addDays(TODAY, -1) },
    targetReadiness: 0.8,
    extensions: new Map(),
  }
})

/** Never answered anything: one reason, and a second one once something is due. */
const idle = (name: string): LearnerScene => learner(name, memoryOf([], size))
/** Knows every question. */
const ready = (name: string): LearnerScene =>
  learner(
    name,
    memoryOf(Array.from({ length: size }, () => ({ stability: 300, reviewedAgo: 1, dueIn: 90 }))),
  )
/** Knows nothing of what is due, but did begin. */
const behind = (name: string): LearnerScene =>
  learner(name, memoryOf([{ stability: 300, reviewedAgo: 1, dueIn: 90 }], size))

const snooze = (untilDay: number, byId: UserId): RiskSnooze => ({
  untilDay: addDays(TODAY, untilDay),
  note: 'On leave.',
  byId,
  at: 0,
})
const ines = asUserId('ines')
const namesOf = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name)

describe('whom to talk to', () => {
  const all = () => [behind('Adam'), idle('Bela'), idle('Ana'), ready('Kim')]

  test('comes with the most reasons first, then by name, and without who keeps up', () => {
    const { atRisk } = atRiskOf(scene(course, all(), { assignments: [assignment] }), new Map())
    expect(namesOf(atRisk)).toEqual(['Ana', 'Bela', 'Adam'])
    expect(atRisk.map(({ reasons }) => reasons.length)).toEqual([2, 2, 1])
  })

  test('leaves out a snoozed learner until the day of the snooze, who snoozed them is named', () => {
    const snoozes = new Map([
      [asUserId('Ana'), snooze(1, ines)],
      [asUserId('Bela'), snooze(0, ines)],
      [asUserId('Adam'), snooze(9, asUserId('gone'))],
    ])
    const { atRisk, snoozed } = atRiskOf(
      scene(course, all(), { assignments: [assignment] }),
      snoozes,
    )
    expect(namesOf(atRisk)).toEqual(['Bela'])
    expect(snoozed.map(({ name, snooze }) => [name, snooze?.byName, snooze?.until])).toEqual([
      ['Ana', 'Ines', isoDate(addDays(TODAY, 1))],
      ['Adam', 'a former instructor', isoDate(addDays(TODAY, 9))],
    ])
  })
})

describe('an assignment', () => {
  test('counts who is ready, who missed it and who has time left; the nearest day comes first', () => {
    const extensions = new Map([[asUserId('Ana'), { dueDay: addDays(TODAY, 5), note: 'Ill.' }]])
    const learners = [idle('Ana'), behind('Zoe'), ready('Kim')]
    const view = assignmentsView(
      scene(course, learners, { assignments: [{ ...assignment, extensions }] }),
    )
    const [row] = view.assignments
    expect(row).toMatchObject({ reached: 1, missed: 1, ahead: 1 })
    expect(row?.people.map(({ name, daysLeft, extension }) => [name, daysLeft, extension])).toEqual(
      [
        ['Zoe', -1, null],
        ['Kim', -1, null],
        ['Ana', 5, 'Ill.'],
      ],
    )
  })
})

describe('readiness', () => {
  const query = {
    on: null,
    reach: 'all',
    sort: 'name',
    page: 1,
    today: TODAY,
    snoozes: new Map(),
  } as const
  const learners = () => [ready('Kim'), idle('Zoe')]

  test('comes by name or with the least ready first, and as the mean of all', () => {
    const view = readinessView(scene(course, learners()), query)
    expect(namesOf(view.rows)).toEqual(['Kim', 'Zoe'])
    const first = view.rows[0]?.overall.idle ?? 0
    expect(first).toBeGreaterThan(0.9)
    expect(view.cohort.overall.idle).toBeCloseTo(first / 2, 9)
    const least = readinessView(scene(course, learners()), { ...query, sort: 'readiness' })
    expect(namesOf(least.rows)).toEqual(['Zoe', 'Kim'])
  })

  test('weighs each topic by its questions', () => {
    const [row] = readinessView(scene(course, [behind('Zoe')]), query).rows
    const topics = course.catalogue.course.topics.map(({ id }) => course.look.questionsOfTopic(id))
    const sum = topics.reduce(
      (all, questions, index) => all + questions.length * (row?.topics[index]?.idle ?? 0),
      0,
    )
    expect(row?.overall.idle).toBeCloseTo(sum / size, 9)
  })

  test('is of a day from today to a year ahead; what is no day is refused', () => {
    const on = (day: string) => readinessView(scene(course, []), { ...query, on: day }).daysAhead
    expect(on(isoDate(addDays(TODAY, 30)))).toBe(30)
    expect(on(isoDate(addDays(TODAY, -30)))).toBe(0)
    expect(on(isoDate(addDays(TODAY, 900)))).toBe(365)
    for (const none of ['soon', '2026-13-01', '2026-1-1']) {
      expect(() => on(none)).toThrow(expect.objectContaining({ code: 'invalid_input' }))
    }
  })
})
