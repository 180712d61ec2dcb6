import { beforeAll, describe, expect, test } from 'vitest'
import type { SceneCourse } from '@/lib/cohort/scene'
import { itemAnalysisView } from '@/lib/cohort/view/item-analysis-view'
import type { ItemFigures } from '@/lib/cohort/view/item-rows'
import { overviewView } from '@/lib/cohort/view/overview-view'
import { fixtureCourse, scene, statistics } from './scene'

let course: SceneCourse
beforeAll(async () => {
  course = await fixtureCourse()
})

const idAt = (place: number) => course.catalogue.questions[place]?.id ?? ''

/** Question 1 is forgotten and unlearnt, 2 only forgotten and worse, 3 flagged, 4 met by too few. */
function figures(): ItemFigures {
  const special = [
    undefined,
    { firstTry: 0.2, surprise: { mean: -0.1, low: -0.12, high: -0.08 } },
    { surprise: { mean: -0.3, low: -0.35, high: -0.25 } },
    { discrimination: { mean: 0.15, low: -0.1, high: 0.4 } },
    { seen: 4, tested: 6, firstTry: null, surprise: null, discrimination: null },
  ]
  return {
    statisticsOf: (place) => statistics(special[place]),
    openFlags: new Map([[idAt(3), 2]]),
  }
}

const sorted = (sort: string) =>
  itemAnalysisView(scene(course, []), figures(), { module: null, sort, page: null })

describe('the questions of a cohort', () => {
  test('come with the most suspect first: by findings, then flags, then how far recall fell short', () => {
    const { rows } = sorted('suspect')
    expect(rows.slice(0, 4).map(({ id }) => id)).toEqual([1, 3, 2, 0].map(idAt))
    expect(rows.at(-1)?.id).toBe(idAt(4))
  })

  test('come in each order with the lowest figure first and those without one last', () => {
    expect(
      sorted('surprise')
        .rows.slice(0, 2)
        .map(({ id }) => id),
    ).toEqual([2, 1].map(idAt))
    expect(sorted('first-try').rows[0]?.id).toBe(idAt(1))
    expect(sorted('discrimination').rows[0]?.id).toBe(idAt(3))
    for (const sort of ['surprise', 'first-try', 'discrimination'] as const) {
      expect(sorted(sort).rows.at(-1)?.id).toBe(idAt(4))
    }
    const inCourse = course.catalogue.questions.map(({ id }) => id)
    expect(sorted('course').rows.map(({ id }) => id)).toEqual(inCourse)
  })

  test('are counted: all, those with a finding, and those with enough answers', () => {
    const all = course.catalogue.questions.length
    expect(sorted('course')).toMatchObject({ questions: all, suspects: 3, judged: all - 1 })
  })

  test('can be those of one module', () => {
    const [module] = course.catalogue.course.modules
    if (!module) throw new Error('The fixture has modules')
    const query = { module: module.id, sort: 'course', page: null } as const
    const { rows } = itemAnalysisView(scene(course, []), figures(), query)
    const own = course.look.questionsOfModule(module.id).map(({ id }) => id)
    expect(rows.map(({ id }) => id)).toEqual(own)
    expect(rows.length).toBeLessThan(course.catalogue.questions.length)
  })
})

test('an instructor’s overview has the suspect questions only, and all open flags', () => {
  const { suspects, openFlags } = overviewView(scene(course, []), new Map(), figures())
  expect(suspects.map(({ id }) => id)).toEqual([1, 3, 2].map(idAt))
  expect(openFlags).toBe(2)
})
