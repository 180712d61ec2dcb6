import { beforeAll, expect, test } from 'vitest'
import type { SceneCourse } from '@/lib/cohort/scene'
import { hardestFacts } from '@/lib/cohort/view/hardest-facts'
import type { FactId } from '@/lib/kernel/ids'
import { memoryOf, type Seen } from './build'
import { fixtureCourse, learner } from './scene'

let course: SceneCourse
beforeAll(async () => {
  course = await fixtureCourse()
})

/** Somebody who saw every question, with these lapses by its place in the course. */
function lapsed(
  lapses: Readonly<Record<number, number>>,
  over: Readonly<Record<number, Seen>> = {},
) {
  const usual = { stability: 20, reviewedAgo: 1, dueIn: 10 }
  const memory = memoryOf(course.catalogue.questions.map((_, place) => over[place] ?? usual))
  for (const [place, count] of Object.entries(lapses)) memory.lapses[Number(place)] = count
  return learner('Ana', memory)
}

const factsOf = (place: number): readonly FactId[] => course.catalogue.questions[place]?.facts ?? []
const hardest = (of: ReturnType<typeof lapsed>) => hardestFacts(course, of).map(({ id }) => id)

test('the fact whose questions were forgotten most often comes first; one never forgotten does not', () => {
  // Questions 2 and 3 each rest on a fact of their own.
  expect(hardest(lapsed({ 2: 1, 3: 4 }))).toEqual([...factsOf(3), ...factsOf(2)])
  expect(hardest(lapsed({}))).toEqual([])
})

test('of facts forgotten as often the one recalled worst comes first', () => {
  const fading = { stability: 2, reviewedAgo: 30, dueIn: -28 }
  expect(hardest(lapsed({ 2: 2, 3: 2 }, { 3: fading }))).toEqual([...factsOf(3), ...factsOf(2)])
  expect(hardest(lapsed({ 2: 2, 3: 2 }, { 2: fading }))).toEqual([...factsOf(2), ...factsOf(3)])
})

test('the lapses, tests and successes of all questions of a fact are summed', () => {
  // Both question 0 and question 4 rest on the founding.
  const ana = lapsed({ 0: 1, 4: 2 })
  for (const place of [0, 4]) {
    ana.memory.tested[place] = 5
    ana.memory.passed[place] = 3
  }
  const [founding] = factsOf(0)
  const found = hardestFacts(course, ana).find(({ id }) => id === founding)
  expect(found).toMatchObject({ lapses: 3, tested: 10, recalled: 6 })
})
