import { beforeAll, describe, expect, test } from 'vitest'
import type { Assignment } from '@/lib/cohort/assignment'
import { recentWork } from '@/lib/cohort/recent-work'
import type { LearnerScene, SceneCourse } from '@/lib/cohort/scene'
import { readinessView } from '@/lib/cohort/view/readiness-view'
import { asCohortId, asUserId } from '@/lib/kernel/ids'
import { addDays } from '@/lib/kernel/study-day'
import { memoryOf, TODAY } from './build'
import { fixtureCourse, learner, scene } from './scene'

let course: SceneCourse
let size: number
beforeAll(async () => {
  course = await fixtureCourse()
  size = course.catalogue.questions.length
})

const QUERY = {
  on: null,
  reach: 'all',
  sort: 'name',
  page: 1,
  today: TODAY,
  snoozes: new Map(),
} as const

const nobody = (name: string): LearnerScene => learner(name, memoryOf([], size))
const known = (name: string, over: Partial<LearnerScene> = {}): LearnerScene =>
  learner(
    name,
    memoryOf(Array.from({ length: size }, () => ({ stability: 300, reviewedAgo: 1, dueIn: 90 }))),
    over,
  )
const begun = (name: string): LearnerScene =>
  learner(name, memoryOf([{ stability: 300, reviewedAgo: 1, dueIn: 90 }], size))

function assignedModule(place: number, dueIn: number): Assignment {
  const module = course.catalogue.course.modules[place]
  if (!module) throw new Error('The fixture has modules')
  return {
    id: `module ${place}`,
    cohortId: asCohortId('cohort'),
    target: { kind: 'module', id: module.id },
    reach: 'all',
    due: { kind: 'day', day: addDays(TODAY, dueIn) },
    targetReadiness: 0.8,
    extensions: new Map(),
  }
}

const namesOf = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name)

describe('the matrix', () => {
  test('is sorted by every column in both directions, and by name when the column is unknown', () => {
    const days = new Map([[TODAY, { reviews: 9, introduced: 0 }]])
    const all = [known('Kim', { days }), nobody('Ada'), begun('Zoe')]
    const by = (sort: string | null) =>
      namesOf(readinessView(scene(course, all), { ...QUERY, sort }).rows)
    expect(by('-readiness')).toEqual(['Kim', 'Zoe', 'Ada'])
    expect(by('readiness')).toEqual(['Ada', 'Zoe', 'Kim'])
    expect(by('-recent')).toEqual(['Kim', 'Ada', 'Zoe'])
    expect(by('-name')).toEqual(['Zoe', 'Kim', 'Ada'])
    for (const { id } of course.catalogue.course.topics) expect(by(`-${id}`)[0]).toBe('Kim')
    expect(by('colour')).toEqual(['Ada', 'Kim', 'Zoe'])
  })

  test('is narrowed down to a group or a name, and the figures of the cohort stay those of all', () => {
    const all = [known('Kim'), nobody('Ada'), begun('Zoe')]
    const whole = readinessView(scene(course, all), QUERY)
    const none = readinessView(scene(course, all), { ...QUERY, group: 'not-begun' })
    expect(namesOf(none.rows)).toEqual(['Ada'])
    expect(none.groups['not-begun']).toBe(1)
    expect(none.cohort).toEqual(whole.cohort)
    const named = readinessView(scene(course, all), { ...QUERY, words: 'ZO' })
    expect(namesOf(named.rows)).toEqual(['Zoe'])
    expect([named.found, named.all]).toEqual([1, 3])
  })

  test('a snoozed analyst is in no need of attention, and one who is behind stays so', () => {
    const assignments = [assignedModule(0, -1)]
    const snoozes = new Map([
      [asUserId('Ada'), { untilDay: addDays(TODAY, 3), note: 'Ill.', byId: asUserId('x'), at: 0 }],
    ])
    const { groups } = readinessView(
      scene(course, [begun('Ada'), begun('Zoe'), known('Kim')], { assignments }),
      {
        ...QUERY,
        snoozes,
      },
    )
    expect(groups).toMatchObject({ 'at-risk': 1, snoozed: 1, behind: 2, 'not-begun': 0 })
  })

  test('marks what is assigned of a topic as reached, missed or on the way, and nothing else', () => {
    const marksOf = (who: LearnerScene, assignments: readonly Assignment[]) =>
      readinessView(scene(course, [who], { assignments }), QUERY).rows[0]?.marks
    expect(marksOf(known('Kim'), [assignedModule(0, -1)])?.filter(Boolean)).toEqual(['reached'])
    expect(marksOf(nobody('Ada'), [assignedModule(0, -1)])?.filter(Boolean)).toEqual(['missed'])
    expect(marksOf(nobody('Ada'), [assignedModule(0, 9)])?.filter(Boolean)).toEqual(['slow'])
    expect(marksOf(nobody('Ada'), [])?.filter(Boolean)).toEqual([])
    const { topics } = readinessView(
      scene(course, [], { assignments: [assignedModule(0, 9)] }),
      QUERY,
    )
    expect(topics.flatMap(({ targets }) => targets)).toEqual([0.8])
  })

  test('the analysts chosen are those named who learn here, or all that were found on every page', () => {
    const all = Array.from({ length: 60 }, (_, index) => nobody(`A${index}`))
    const chosen = (choice: readonly string[] | 'found', words = '') =>
      namesOf(readinessView(scene(course, all), { ...QUERY, words, chosen: choice }).chosen)
    expect(chosen(['A3', 'somebody else', 'A59'])).toEqual(['A3', 'A59'])
    expect(chosen('found')).toHaveLength(60)
    expect(chosen('found', 'A5')).toHaveLength(11)
    expect(chosen([])).toEqual([])
  })

  test('shows one analyst beside it, and nobody who does not learn here', () => {
    const view = (who: string) => readinessView(scene(course, [begun('Zoe')]), { ...QUERY, who })
    expect(view('Zoe').panel).toMatchObject({ name: 'Zoe', email: 'Zoe@example.org', snooze: null })
    expect(view('Ada').panel).toBeNull()
  })
})

test('recent work counts 30 days up to today, and the last two weeks apart', () => {
  const on = (daysAgo: number, reviews: number) =>
    [addDays(TODAY, -daysAgo), { reviews, introduced: 0 }] as const
  const recent = recentWork(new Map([on(0, 5), on(6, 2), on(7, 3), on(29, 1), on(30, 100)]), TODAY)
  expect(recent).toMatchObject({ answers: 11, activeDays: 4, lastWeek: 7, weekBefore: 3 })
  expect(recent.perDay).toHaveLength(30)
  expect([recent.perDay[0], recent.perDay.at(-1)]).toEqual([1, 5])
})
